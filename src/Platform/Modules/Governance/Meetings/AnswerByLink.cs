using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>Whoever is called says whether they come, from the mail, without an account; and changes their mind until the meeting opens.</summary>
public static class AnswerByLink
{
    /// <summary>Null: the link serves no more, whatever the reason.</summary>
    [Anonymous]
    public sealed record Form(string? Secret) : IRequest<View?>;

    /// <summary>What its holder may read: this meeting and nothing else.</summary>
    /// <param name="Takes">Answers are still taken.</param>
    /// <param name="Answered">What the holder has said so far.</param>
    public sealed record View(string Name, string Body, string? Title, DateOnly Date, int? StartMinute, int? EndMinute, string? Place, string? VideoLink, string? Notes, DateOnly? AnswerBy, MeetingState State,
        IReadOnlyList<Point> Points, string Seat, bool Votes, IReadOnlyList<Other> Substitutes, IReadOnlyList<Other> Proxies, bool Takes, Coming? Answered, Guid MeetingId, Command Current);

    public sealed record Point(string Title, AgendaKind Kind, int? Minutes, string? Address, IReadOnlyList<DocumentsOf.Row> Files);

    /// <summary>Another seat, by its holder.</summary>
    public sealed record Other(Guid Id, string Shown);

    /// <returns>False: the link serves no more, whatever the reason.</returns>
    [Anonymous]
    public sealed record Command : ICommand<bool>
    {
        public string? Secret { get; set; }
        [Display(Name = "Réponse")] public Coming? Answer { get; init; }
        [Display(Name = "Suppléance")] public Guid? SubstituteId { get; init; }
        [Display(Name = "Pouvoir à")] public Guid? ProxyId { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Answer).NotNull().WithMessage("Dites si vous venez.").IsInEnum();
            RuleFor(c => c.SubstituteId).NotNull().When(c => c.Answer == Coming.Substitute).WithMessage("Choisissez qui vous supplée.");
            RuleFor(c => c.ProxyId).NotNull().When(c => c.Answer == Coming.Proxy).WithMessage("Choisissez à qui vous donnez pouvoir.");
        }
    }

    internal sealed class FormHandler(PlatformDb db, PersonalLinks links, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, View?>
    {
        public async Task<View?> Handle(Form form, CancellationToken ct)
        {
            if (await links.Find(PersonalPurpose.Meeting, form.Secret, ct) is not { } link) return null;
            var meeting = await db.Set<Meeting>().AsNoTracking().Include(m => m.Items).Include(m => m.Attendances).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == link.SubjectId, ct);
            if (meeting?.Attendances.Find(a => a.PersonId == link.Holder) is not { } seat) return null;
            var names = await NamesOf.Read(db, meeting.Attendances.SelectMany(a => new[] { a.PersonId, a.OrganisationId }), ct);
            var body = await db.Set<Body>().Where(b => b.Id == meeting.BodyId).Select(b => b.Name).SingleAsync(ct);
            var files = await DocumentsOf.Read(db, meeting.Items.ConvertAll(i => i.Id), ct);
            var others = meeting.Attendances.Where(a => a != seat && a.PersonId is not null).OrderBy(a => a.Position).ToList();
            return new(Name(seat.PersonId)!, body, meeting.Title, meeting.Date, meeting.StartMinute, meeting.EndMinute, meeting.Place, meeting.VideoLink, meeting.Notes, meeting.AnswerBy, meeting.State,
                [.. meeting.Items.OrderBy(i => i.Position).ThenBy(i => i.Id).Select(i => new Point(i.Title, i.Kind, i.Minutes, i.DocumentAddress, [.. files[i.Id]]))],
                Shown(seat.Title, seat.OrganisationId), seat.Votes, [.. others.Where(a => a.Function == MandateFunction.Substitute).Select(Option)], [.. others.Where(a => a.Votes).Select(Option)],
                AnswerMeeting.Takes(meeting, tenant.Space.Today(clock)), seat.Answer, meeting.Id,
                new()
                {
                    Answer = seat.Answer, SubstituteId = seat.Answer == Coming.Substitute ? seat.AnswerToId : null, ProxyId = seat.Answer == Coming.Proxy ? seat.AnswerToId : null,
                });

            string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known)?.Name : null;

            string Shown(string what, Guid? organisation) => Name(organisation) is { } of ? $"{what}, {of}" : what;

            Other Option(Attendance a) => new(a.Id, Name(a.OrganisationId) is { } of ? $"{Name(a.PersonId)} ({of})" : Name(a.PersonId)!);
        }
    }

    internal sealed class Handler(PlatformDb db, PersonalLinks links, CurrentUser user, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            if (await links.Find(PersonalPurpose.Meeting, c.Secret, ct) is not { } link || await AddressesOf.Read(db, [link.Holder], ct) is not [{ Name: var name }]) return false;
            await db.Lock<Meeting>(link.SubjectId, ct);
            var meeting = await db.Set<Meeting>().Include(m => m.Attendances).SingleOrDefaultAsync(m => m.Id == link.SubjectId, ct);
            if (meeting?.Attendances.Find(a => a.PersonId == link.Holder) is not { } seat) return false;
            if (!AnswerMeeting.Takes(meeting, tenant.Space.Today(clock))) throw new RuleViolation("attendance.late");
            user.AnswersByLink(link.Holder, name);
            await AnswerMeeting.Note(db, meeting, seat, c.Answer!.Value, c.SubstituteId, c.ProxyId, user, clock.GetUtcNow(), ct);
            return true;
        }
    }
}
