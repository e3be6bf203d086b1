using System.ComponentModel.DataAnnotations;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Tickets;
using Platform.Modules.Shared;

namespace Platform.Modules.Forum.Invitations;

/// <summary>Somebody invited to an edition, known by the address: one invitation each, for oneself and those one brings along.</summary>
[Display(Name = "Invitation au forum")]
public sealed partial class ForumGuest : TenantOwned
{
    public const int NameLength = 160, EmailLength = 254, OrganisationLength = 160, NoteLength = 500, NeedsLength = 500, TroubleLength = 300, MostCompanions = 9, HighestPriority = 2, SearchLength = 300, Most = 10_000;

    private ForumGuest() { }

    public ForumGuest(Guid editionId, string email, string? name, string? organisation, Guid? personId, Guid? organisationId, Guid? groupId, GuestSource source)
    {
        (EditionId, Email, PersonId, OrganisationId, GroupId, Source) = (editionId, email, personId, organisationId, groupId, source);
        EmailKey = email.Length > 0 ? Key(email) : NoAddress;
        Call(name, organisation);
    }

    public Guid EditionId { get; private set; }
    // Neither the name nor the address goes into the journal: nothing there would have to be erased.
    [Display(Name = "Adresse électronique"), Personal] public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";
    [Display(Name = "Nom"), Personal] public string? Name { get; private set; }
    /// <summary>Sorts.</summary>
    public string NameKey { get; private set; } = "";
    public string SearchKey { get; private set; } = "";
    [Display(Name = "Organisation")] public string? Organisation { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public Guid? PersonId { get; private set; }
    [Display(Name = "Groupe")] public Guid? GroupId { get; private set; }
    [Display(Name = "Invitation au titre de")] public GuestSource Source { get; private set; }
    /// <summary>What is shown: the answer once there is one, else where the mail is.</summary>
    [NotAudited] public GuestState State { get; private set; } = GuestState.Draft;
    [NotAudited] public GuestState Delivery { get; private set; } = GuestState.Draft;
    [Display(Name = "Réponse")] public GuestState? Answer { get; private set; }
    [Display(Name = "Réponse notée le")] public DateOnly? AnsweredOn { get; private set; }
    /// <summary>When the last mail of the invitation leaves: the invitation itself, or the last reminder of it.</summary>
    [NotAudited] public DateTimeOffset? InvitedAt { get; private set; }
    /// <summary>When the invitation itself left: as long as it is the last mail, nobody was chased.</summary>
    [NotAudited] public DateTimeOffset? FirstInvitedAt { get; private set; }
    [NotAudited] public string? Trouble { get; private set; }
    /// <summary>Mails written so far: each has its own key.</summary>
    [NotAudited] public int Times { get; private set; }
    [NotAudited] public DateTimeOffset? ThankedAt { get; private set; }
    /// <summary>An opinion was given; which one is known to nobody.</summary>
    [NotAudited] public bool GaveOpinion { get; private set; }
    // What people need, and what they add, may say how they are: kept out of the journal.
    [NotAudited, Display(Name = "Note")] public string? Note { get; private set; }
    [NotAudited, Display(Name = "Besoins")] public string? Needs { get; private set; }
    /// <summary>Eats there, with those who come along; null: did not say.</summary>
    [Display(Name = "Repas")] public bool? Meal { get; private set; }
    /// <summary>Of this guest and of those who come along: what the capacity counts.</summary>
    [Display(Name = "Places")] public int Seats { get; private set; } = 1;
    /// <summary>The invitation that this one takes the place of.</summary>
    [Display(Name = "Remplace une personne invitée")] public Guid? DelegatedFromId { get; private set; }
    /// <summary>The higher waits less.</summary>
    [Display(Name = "Priorité")] public int Priority { get; private set; }
    /// <summary>In the queue since; null: not in it, or an offer went by without an answer.</summary>
    [Display(Name = "En attente depuis")] public DateTimeOffset? WaitingSince { get; private set; }
    /// <summary>Places are kept until then for this guest, who waited for them.</summary>
    [Display(Name = "Place gardée jusqu’au")] public DateTimeOffset? OfferUntil { get; private set; }
    /// <summary>The guest's own part of the SEQUENCE of the calendar entry: taken off and invited again, it goes on growing.</summary>
    [NotAudited] public int Sequence { get; private set; }
    /// <summary>An entry was sent for the guest's calendar and not taken back.</summary>
    [NotAudited] public bool InCalendar { get; private set; }
    public List<ForumCompanion> Companions { get; private set; } = [];
    public List<ForumChoice> Choices { get; private set; } = [];
    /// <summary>When the guest came in, by the clock of the door. It stands beside the answer, which it does not change.</summary>
    [Display(Name = "Arrivée")] public DateTimeOffset? ArrivedAt { get; private set; }
    [NotAudited] public bool HasTicket { get; private set; }
    public List<ForumTicket> Tickets { get; private set; } = [];
    /// <summary>The code that the guest shows at the door, as long as they come. Needs <see cref="Tickets"/>.</summary>
    public string? Ticket => State == GuestState.Accepted && Tickets is [{ Code: var code }, ..] ? code : null;
    public override string Label => Organisation ?? "Une personne invitée";

    /// <summary>How addresses compare.</summary>
    internal static string Key(string email) => email.Trim().ToLowerInvariant();

    /// <summary>Has a place, or is offered one: nobody else can have it.</summary>
    public bool Holds => State is GuestState.Accepted or GuestState.Attended || OfferUntil is not null;

    /// <summary>A reminder went, or is to go, after the invitation itself.</summary>
    public bool IsChased => InvitedAt != FirstInvitedAt;

    public void Call(string? name, string? organisation)
    {
        (Name, Organisation) = (name, organisation);
        (NameKey, SearchKey) = (Folding.Key(name ?? Email), Folding.Key($"{name} {organisation} {Email}", SearchLength));
    }

    public void Into(Guid? groupId) => GroupId = groupId;

    /// <param name="at">When the mail leaves.</param>
    public void Queue(DateTimeOffset at)
    {
        FirstInvitedAt ??= InvitedAt ?? at;
        (Delivery, InvitedAt, Trouble, Times) = (GuestState.Queued, at, null, Times + 1);
        Settle();
    }

    /// <summary>The mail that was to go is taken back: as if it had not been written.</summary>
    public void Unqueue()
    {
        if (Delivery != GuestState.Queued) return;
        // A reminder that is taken back leaves the invitation where it was.
        FirstInvitedAt = IsChased ? FirstInvitedAt : null;
        (Delivery, InvitedAt) = (FirstInvitedAt is null ? GuestState.Draft : GuestState.Sent, FirstInvitedAt);
        Settle();
    }

    /// <summary>Came by the open page: known to be theirs only once the mailed link is followed.</summary>
    public void Ask(DateTimeOffset now)
    {
        (Delivery, InvitedAt) = (GuestState.Unconfirmed, now);
        Settle();
    }

    /// <summary>Followed the link, or was invited by the organisers meanwhile.</summary>
    public void Confirm(GuestState delivery, DateTimeOffset now)
    {
        if (Delivery != GuestState.Unconfirmed) return;
        (Delivery, InvitedAt) = (delivery, delivery == GuestState.Draft ? null : now);
        Settle();
    }

    /// <param name="trouble">Why the mail did not get there; null when it did.</param>
    public void Delivered(string? trouble)
    {
        if (Delivery == GuestState.Draft) return;
        (Delivery, Trouble) = (trouble is null ? GuestState.Sent : GuestState.Bounced, trouble is null ? null : French.Cut(trouble, TroubleLength));
        Settle();
    }

    /// <summary>What the guest said, however it came. Null: nothing any more.</summary>
    public void Say(GuestState? answer, DateOnly on, string? note)
    {
        (Answer, AnsweredOn, Note) = (answer, answer is null ? null : on, note);
        if (answer != GuestState.Waiting) (WaitingSince, OfferUntil) = (null, null);
        Settle();
    }

    /// <summary>Would come, and there is no place: in the queue, where one stood before if one was in it.</summary>
    public void Wait(DateTimeOffset now, DateOnly on, string? note)
    {
        Say(GuestState.Waiting, on, note);
        (WaitingSince, OfferUntil) = (WaitingSince ?? now, null);
    }

    /// <summary>A place is kept for whoever waits.</summary>
    public void Offer(DateTimeOffset until) => OfferUntil = until;

    /// <summary>The offer went by: out of the queue until this guest asks again.</summary>
    public void Lapse() => (WaitingSince, OfferUntil) = (null, null);

    public void Prefer(int priority) => Priority = priority;

    /// <summary>Needs <see cref="Companions"/>.</summary>
    public void Bring(IReadOnlyList<string> names)
    {
        Seats = 1 + names.Count;
        if (Companions.OrderBy(c => c.Position).Select(c => c.Name).SequenceEqual(names, StringComparer.Ordinal)) return;
        Companions.Clear();
        Companions.AddRange(names.Select((name, position) => new ForumCompanion(this, position, name)));
    }

    /// <summary>Needs <see cref="Choices"/>.</summary>
    public void Choose(IReadOnlyCollection<Guid> sessions)
    {
        Choices.RemoveAll(c => !sessions.Contains(c.SessionId));
        Choices.AddRange(sessions.Where(s => !Choices.Exists(c => c.SessionId == s)).Distinct().Select(s => new ForumChoice(this, s)));
    }

    public void Need(bool? meal, string? needs) => (Meal, Needs) = (meal, needs);

    /// <summary>Takes the place of somebody: comes under the same group, as soon as they would have.</summary>
    public void Replace(ForumGuest other) => (DelegatedFromId, GroupId, Priority) = (other.Id, other.GroupId, other.Priority);

    /// <summary>An entry goes to the guest's calendar, or one is taken back from it.</summary>
    /// <returns>Its part of SEQUENCE.</returns>
    public int Enter(bool inCalendar)
    {
        if (inCalendar != InCalendar) Sequence++;
        InCalendar = inCalendar;
        return Sequence;
    }

    public void Thank(DateTimeOffset at) => ThankedAt = at;

    public void Opine() => GaveOpinion = true;

    /// <summary>The person is erased: that somebody was invited stays. Needs <see cref="Companions"/>.</summary>
    public void Forget()
    {
        (Email, EmailKey, Name, PersonId, Note, Trouble, Needs) = ("", NoAddress, Erased.Name, null, null, null, null);
        (NameKey, SearchKey) = (Folding.Key(Erased.Name), "");
        // Their places stay counted.
        foreach (var companion in Companions) companion.Forget();
    }

    /// <param name="at">Null: nobody has come in, it was a mistake; what was answered is shown again.</param>
    public void Arrive(DateTimeOffset? at)
    {
        ArrivedAt = at;
        Settle();
    }

    // Unique among addresses, which hold an @.
    private string NoAddress => $"{Id:N}";

    private void Settle()
    {
        State = ArrivedAt is not null ? GuestState.Attended : Answer ?? Delivery;
        // Once: whoever comes, however that was said, has something to show at the door.
        if (HasTicket || State is not (GuestState.Accepted or GuestState.Attended)) return;
        HasTicket = true;
        Tickets.Add(new ForumTicket(this));
    }
}
