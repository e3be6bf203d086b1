using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Engagements.Leads;

/// <summary>An idea, screened by the space's own standing questions before it becomes a commitment, once, or is set aside.</summary>
[Display(Name = "Piste")]
public sealed class Lead : TenantOwned, IEdited
{
    public const int TitleLength = Commitment.TitleLength, DescriptionLength = 5000, OriginLength = 500, ReasonLength = 1000;

    private Lead() { }

    public Lead(int number, string title, Guid formKey, DateOnly raisedOn, DateTimeOffset now, Author by)
    {
        (Number, Title, TitleKey, FormKey, RaisedOn, State, StateOn) = (number, title, Folding.Key(title), formKey, raisedOn, LeadState.UnderStudy, raisedOn);
        (EnteredAt, AuthorId, AuthorName) = (now, by.Id, by.Name);
    }

    /// <summary>Counts from 1 in each space; a number is never given twice.</summary>
    [Display(Name = "Numéro")] public int Number { get; private set; }
    [Display(Name = "Intitulé")] public string Title { get; private set; } = "";
    public string TitleKey { get; private set; } = "";
    /// <summary>Made with the empty form: the same form sent twice enters one lead.</summary>
    public Guid FormKey { get; private set; }
    [Display(Name = "Description")] public string? Description { get; private set; }
    /// <summary>Where the idea comes from: a meeting, a document, a person.</summary>
    [Display(Name = "Origine")] public string? Origin { get; private set; }
    [Display(Name = "Thème")] public Guid? ThemeId { get; private set; }
    /// <summary>Who carries the idea: an organisation or a person, never both.</summary>
    [Display(Name = "Organisation porteuse")] public Guid? SponsorOrganisationId { get; private set; }
    [Display(Name = "Personne porteuse")] public Guid? SponsorPersonId { get; private set; }
    [Display(Name = "Date")] public DateOnly RaisedOn { get; private set; }
    [Display(Name = "État")] public LeadState State { get; private set; }
    [Display(Name = "État depuis le")] public DateOnly StateOn { get; private set; }
    [Display(Name = "Motif")] public string? StateReason { get; private set; }
    /// <summary>What it became.</summary>
    [Display(Name = "Engagement")] public Guid? CommitmentId { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }
    public Guid? AuthorId { get; private set; }
    [Personal(nameof(AuthorId))] public string AuthorName { get; private set; } = "";
    /// <summary>Counts the changes of the sheet itself: an answer given meanwhile is no conflict for who edits it.</summary>
    [NotAudited] public int Edition { get; private set; }

    public List<LeadAnswer> Answers { get; private set; } = [];

    public override string Label => $"n° {Number} – {Title}";

    public Guid? SponsorId => SponsorOrganisationId ?? SponsorPersonId;

    public void Describe(string title, string? description, string? origin, Guid? themeId, DateOnly raisedOn)
    {
        (Title, TitleKey, Description, Origin, ThemeId, RaisedOn) = (title, Folding.Key(title), description, origin, themeId, raisedOn);
        Edition++;
    }

    public void CarriedBy(Guid? organisationId, Guid? personId) => (SponsorOrganisationId, SponsorPersonId) = (organisationId, organisationId is null ? personId : null);

    // Acts on many at once. False: it was so already. They count as editions: a sheet being edited meanwhile must not undo them unseen.

    public bool Classify(Guid themeId)
    {
        if (ThemeId == themeId) return false;
        ThemeId = themeId;
        Edition++;
        return true;
    }

    public bool Carry(Guid? organisationId, Guid? personId)
    {
        if (SponsorOrganisationId == organisationId && SponsorPersonId == personId) return false;
        CarriedBy(organisationId, personId);
        Edition++;
        return true;
    }

    /// <summary>Whoever entered it may still change it: nobody has answered a question about it, nor decided.</summary>
    public bool IsFresh => State == LeadState.UnderStudy && Answers.Count == 0;

    public void To(LeadState to, DateOnly on, string? reason)
    {
        if (State == LeadState.Converted || to == LeadState.Converted) throw new RuleViolation("lead.converted");
        if (to == State) throw new RuleViolation("lead.state");
        if (to == LeadState.Dropped && string.IsNullOrWhiteSpace(reason)) throw new RuleViolation("lead.reason");
        (State, StateOn, StateReason) = (to, on, reason);
    }

    /// <summary>It becomes that commitment. Of two people who convert it at once the second is told: the row's version sees to it.</summary>
    public void Become(Guid commitmentId, DateOnly on)
    {
        if (State == LeadState.Converted) throw new RuleViolation("lead.converted");
        if (State == LeadState.Dropped) throw new RuleViolation("lead.dropped");
        (State, StateOn, StateReason, CommitmentId) = (LeadState.Converted, on, null, commitmentId);
    }

    /// <summary>Needs <see cref="Answers"/> loaded.</summary>
    public void Answer(Guid questionId, Verdict verdict, string? comment, DateTimeOffset at, Author by)
    {
        if (Answers.Find(a => a.QuestionId == questionId) is { } answer) answer.Change(this, verdict, comment, at, by);
        else Answers.Add(new LeadAnswer(this, questionId, verdict, comment, at, by));
    }

    internal sealed class Table : IEntityTypeConfiguration<Lead>
    {
        public void Configure(EntityTypeBuilder<Lead> b)
        {
            b.Ignore(l => l.IsFresh);
            b.Property(l => l.Title).HasMaxLength(TitleLength);
            b.Property(l => l.TitleKey).HasMaxLength(120).UseCollation(PlatformDb.Byte);
            b.Property(l => l.Description).HasMaxLength(DescriptionLength);
            b.Property(l => l.Origin).HasMaxLength(OriginLength);
            b.Property(l => l.StateReason).HasMaxLength(ReasonLength);
            b.Property(l => l.AuthorName).HasMaxLength(120);
            b.BelongsTo<Lead, Theme>(nameof(ThemeId));
            b.BelongsTo<Lead, Organisation>(nameof(SponsorOrganisationId));
            b.BelongsTo<Lead, Person>(nameof(SponsorPersonId));
            b.BelongsTo<Lead, Commitment>(nameof(CommitmentId));
            b.HasParts(l => l.Answers, nameof(LeadAnswer.LeadId));
            b.HasIndex(l => new { l.TenantId, l.Number }).IsUnique();
            b.HasIndex(l => new { l.TenantId, l.FormKey }).IsUnique();
            // A commitment is born of one lead at most.
            b.HasIndex(l => new { l.TenantId, l.CommitmentId }).IsUnique();
            b.HasIndex(l => new { l.TenantId, l.TitleKey, l.Id });
            b.HasIndex(l => new { l.TenantId, l.RaisedOn, l.Id });
            b.HasIndex(l => new { l.TenantId, l.State, l.TitleKey, l.Id });
        }
    }
}

/// <summary>What was answered to one screening question, by whom and when.</summary>
[Display(Name = "Réponse à une question d’examen")]
public sealed class LeadAnswer : TenantOwned
{
    public const int CommentLength = 1000;

    private string label = "";

    private LeadAnswer() { }

    internal LeadAnswer(Lead lead, Guid questionId, Verdict verdict, string? comment, DateTimeOffset at, Author by)
    {
        (LeadId, QuestionId) = (lead.Id, questionId);
        Change(lead, verdict, comment, at, by);
    }

    public Guid LeadId { get; private set; }
    [Display(Name = "Question")] public Guid QuestionId { get; private set; }
    [Display(Name = "Réponse")] public Verdict Verdict { get; private set; }
    [Display(Name = "Commentaire")] public string? Comment { get; private set; }
    public DateTimeOffset AnsweredAt { get; private set; }
    public Guid? AnsweredById { get; private set; }
    [Personal(nameof(AnsweredById))] public string AnsweredBy { get; private set; } = "";
    public override string Label => label;

    internal void Change(Lead lead, Verdict verdict, string? comment, DateTimeOffset at, Author by)
    {
        label = lead.Label;
        if (AnsweredBy.Length > 0 && Verdict == verdict && Comment == comment) return;
        (Verdict, Comment, AnsweredAt, AnsweredById, AnsweredBy) = (verdict, comment, at, by.Id, by.Name);
    }

    internal sealed class Table : IEntityTypeConfiguration<LeadAnswer>
    {
        public void Configure(EntityTypeBuilder<LeadAnswer> b)
        {
            b.Property(a => a.Comment).HasMaxLength(CommentLength);
            b.Property(a => a.AnsweredBy).HasMaxLength(120);
            b.HasIndex(a => new { a.TenantId, a.LeadId, a.QuestionId }).IsUnique();
            b.BelongsTo<LeadAnswer, ScreeningQuestion>(nameof(QuestionId));
        }
    }
}
