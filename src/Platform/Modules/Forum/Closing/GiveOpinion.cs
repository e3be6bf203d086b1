using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Closing;

/// <summary>Whoever came says what they thought of it, from the thanks, without an account, once; and takes their certificate.</summary>
public static class GiveOpinion
{
    /// <summary>Null: the link serves no more, whatever the reason.</summary>
    [Anonymous]
    public sealed record Form(string? Secret) : IRequest<View?>;

    /// <param name="Archive">Identifier of the edition when its public page is open.</param>
    /// <param name="IsGiven">An answer was given by this guest; nothing says which.</param>
    public sealed record View(string? Name, string Edition, string When, Guid? Archive, bool IsGiven, IReadOnlyList<Question> Questions, Command Blank);

    public sealed record Question(string Text, QuestionKind Kind);

    [Anonymous]
    public sealed record Attestation(string? Secret) : IRequest<Certificates.Sheet?>;

    /// <returns>False: the link serves no more, whatever the reason.</returns>
    [Anonymous]
    public sealed record Command : ICommand<bool>
    {
        public string? Secret { get; set; }
        [Display(Name = "Réponses")] public List<Line> Lines { get; init; } = [];
    }

    public sealed record Line
    {
        /// <summary>Of the question: one whose marks are all left alone sends nothing else.</summary>
        public int Position { get; init; }
        [Display(Name = "Note")] public int? Score { get; init; }
        [Display(Name = "Réponse")] public string? Words { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Lines).Must(l => l.Count <= ForumQuestion.Most).WithMessage($"Au plus {ForumQuestion.Most} réponses.");
            RuleFor(c => c.Lines).Must(l => l.Exists(x => x.Score is not null || x.Words is not null)).WithMessage("Répondez à une question au moins.");
            RuleForEach(c => c.Lines).ChildRules(line =>
            {
                line.RuleFor(l => l.Score).InclusiveBetween(1, ForumMark.Best);
                line.RuleFor(l => l.Words).MaximumLength(ForumMark.WordsLength);
            });
        }
    }

    internal sealed class Handler(PlatformDb db, PersonalLinks links, Certificates certificates, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Form, View?>, IRequestHandler<Attestation, Certificates.Sheet?>, IRequestHandler<Command, bool>
    {
        public async Task<View?> Handle(Form form, CancellationToken ct)
        {
            if (await Find(form.Secret, ct) is not ({ } guest, { } edition)) return null;
            var questions = await ForumQuestion.Of(db, edition.Id, ct);
            return new(guest.Name, edition.Title, EditionWords.Days(edition.StartsOn, edition.EndsOn), edition.IsPublic ? edition.Id : null, guest.GaveOpinion, [.. questions.Select(q => new Question(q.Text, q.Kind))],
                new Command { Lines = [.. questions.Select(q => new Line { Position = q.Position })] });
        }

        public async Task<Certificates.Sheet?> Handle(Attestation asked, CancellationToken ct) => await Find(asked.Secret, ct) is ({ } guest, { } edition) ? await certificates.Write(edition, guest, ct) : null;

        public async Task<bool> Handle(Command c, CancellationToken ct)
        {
            if (await links.Find(PersonalPurpose.Opinion, c.Secret, ct) is not { } link) return false;
            if (await db.Set<ForumGuest>().Where(g => g.Id == link.SubjectId).Select(g => (Guid?)g.EditionId).SingleOrDefaultAsync(ct) is not { } at) return false;
            // Pressed twice, or by two people who hold the mail: the second waits here, and finds it done. The edition first, as everywhere: nobody waits for
            // a guest while somebody who has the edition wants that guest.
            await db.Lock<ForumEdition>(at, ct);
            if (await Open(link, ct) is not ({ } guest, { } edition)) return false;
            if (guest.GaveOpinion) return true;
            var questions = await ForumQuestion.Of(db, edition.Id, ct);
            // From the first answer on, what was asked is the edition's own.
            db.AddRange(questions.Where(q => db.Entry(q).State == EntityState.Detached));
            var answers = questions.Join(c.Lines.DistinctBy(l => l.Position), q => q.Position, l => l.Position, (q, l) => (q.Position, Score: q.Kind == QuestionKind.Scale ? l.Score : null, Words: q.Kind == QuestionKind.Words ? l.Words : null)).Where(a => a.Score is not null || a.Words is not null).ToList();
            if (answers.Count == 0) throw new Invalid(c, nameof(c.Lines), "Répondez à une question au moins.");
            db.Add(new ForumOpinion(edition.Id, tenant.Space.Today(clock), answers));
            guest.Opine();
            return true;
        }

        private async Task<(ForumGuest Guest, ForumEdition Edition)?> Find(string? secret, CancellationToken ct) => await links.Find(PersonalPurpose.Opinion, secret, ct) is { } link ? await Open(link, ct) : null;

        private async Task<(ForumGuest Guest, ForumEdition Edition)?> Open(PersonalLink link, CancellationToken ct) =>
            await db.Set<ForumGuest>().AsTracking().SingleOrDefaultAsync(g => g.Id == link.SubjectId && g.State == GuestState.Attended, ct) is { } guest
                ? (guest, await db.Set<ForumEdition>().AsNoTracking().SingleAsync(e => e.Id == guest.EditionId, ct)) : null;
    }
}
