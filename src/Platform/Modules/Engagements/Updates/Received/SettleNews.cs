using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Updates;

/// <summary>Received news is read, then accepted (it becomes news of the commitment, with its files) or answered (the referent reads why, with
/// a new link to say more).</summary>
public static class SettleNews
{
    [Needs(EngagementPermissions.Write)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="Before">The commitment's last news, to compare with.</param>
    /// <param name="Closed">Why it cannot be accepted now, if it cannot.</param>
    /// <param name="Reachable">An answer can be mailed.</param>
    public sealed record Answer(Guid Id, int Version, Guid CommitmentId, string Commitment, string Person, Guid PersonId, UpdateStatus Status, int? Progress, string Text, DateTimeOffset ReceivedAt, ReceivedState State,
        string? Reply, string? SettledBy, DateTimeOffset? SettledAt, IReadOnlyList<DocumentLine> Files, Last? Before, bool IsPublished, bool Closed, bool Reachable, IReadOnlyList<Step> Steps);

    /// <summary>A step that is still to do: the news may say that it is done.</summary>
    public sealed record Step(Guid Id, string Title, DateOnly? DueOn);

    public sealed record Last(DateOnly On, string Text, int? Progress);

    [Needs(EngagementPermissions.Write)]
    public sealed record Accept : ICommand<Guid>
    {
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Texte visible du public")] public bool IsPublic { get; init; }
        [Display(Name = "Étapes faites")] public List<Guid> Done { get; init; } = [];
    }

    /// <returns>True: it was mailed.</returns>
    [Needs(EngagementPermissions.Write)]
    public sealed record Reply : ICommand<bool>
    {
        public Guid Id { get; set; }
        public int Version { get; init; }
        [Display(Name = "Réponse")] public string? Text { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Reply>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().WithMessage("Écrivez ce que la personne doit savoir, ou ce qui manque.").MaximumLength(ReceivedNews.AnswerLength);
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, IPersonalLinks links, MailSettings mail, CurrentUser user, CurrentTenant tenant, TimeProvider clock)
        : IRequestHandler<Query, Answer>, IRequestHandler<Accept, Guid>, IRequestHandler<Reply, bool>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var n = await db.Set<ReceivedNews>().AsNoTracking().SingleOrDefaultAsync(x => x.Id == query.Id, ct) ?? throw new NotFound(nameof(ReceivedNews));
            var of = await db.Set<Commitment>().Where(c => c.Id == n.CommitmentId).Select(c => new { c.Title, c.Visibility, c.State }).SingleAsync(ct);
            var before = await Update.Standing(db).Where(u => u.CommitmentId == n.CommitmentId && u.Id != n.UpdateId)
                .OrderByDescending(u => u.HappenedOn).ThenByDescending(u => u.RecordedAt).Select(u => new Last(u.HappenedOn, u.Text, u.Progress)).FirstOrDefaultAsync(ct);
            var steps = await db.Set<Measure>().Where(m => m.CommitmentId == n.CommitmentId && m.DoneOn == null && m.DroppedOn == null).OrderBy(m => m.DueOn ?? DateOnly.MaxValue).ThenBy(m => m.Order).ThenBy(m => m.Id)
                .Select(m => new Step(m.Id, m.Title, m.DueOn)).ToListAsync(ct);
            var key = n.UpdateId ?? n.Id;
            var files = await db.Set<Document>().Where(d => d.OwnerKey == key).OrderBy(d => d.AddedAt).ThenBy(d => d.Id).Select(Document.Line).ToListAsync(ct);
            var names = await mediator.Send(new NamesOf.Query([n.PersonId]), ct);
            return new(n.Id, n.Version, n.CommitmentId, of.Title, names.GetValueOrDefault(n.PersonId)?.Name ?? Erased.Name, n.PersonId, n.Status, n.Progress, n.Text, n.ReceivedAt, n.State, n.Answer, n.SettledBy, n.SettledAt,
                files, before, of.Visibility == Visibility.Public && tenant.Space.Has(SpaceModules.Roadmap), !of.State.IsOpen(), await Address(n.PersonId, ct) is not null, steps);
        }

        public async Task<Guid> Handle(Accept c, CancellationToken ct)
        {
            var news = await Find(c.Id, c.Version, ct);
            var commitment = await db.Set<Commitment>().Include(x => x.Updates).Include(x => x.Measures).AsSplitQuery().SingleAsync(x => x.Id == news.CommitmentId, ct);
            var (now, name) = (clock.GetUtcNow(), (await mediator.Send(new NamesOf.Query([news.PersonId]), ct)).GetValueOrDefault(news.PersonId)?.Name ?? Erased.Name);
            // Whose word it is, not who lets it through: the journal says the latter.
            var update = commitment.Tell(new Update(commitment.Id, news.Id, news.Status, news.Progress, news.Text, news.ReceivedOn, now, tenant.Space.On(now), new Author(news.PersonId, name), isPublic: c.IsPublic));
            news.Accept(update, Author.Of(user), now);
            // The reminder of a step said that it stops when the step is said to be done: whoever reads the answer can make it so.
            foreach (var step in commitment.Measures.Where(m => m.IsOpen && c.Done.Contains(m.Id))) step.Done(news.ReceivedOn, now, new Author(news.PersonId, name));
            var files = await db.Set<Document>().AsTracking().Where(d => d.ReceivedNewsId == news.Id).ToListAsync(ct);
            foreach (var file in files) file.Hang(new Place(commitment.Id, update.Id, null, null));
            if (files.Exists(f => f.RemovedOn is null)) await EvidenceLevels.Weigh(db, commitment.Id, ct);
            await mediator.Publish(new NewsGiven(commitment, update, user.AccountId), ct);
            return commitment.Id;
        }

        public async Task<bool> Handle(Reply c, CancellationToken ct)
        {
            var news = await Find(c.Id, c.Version, ct);
            var title = await db.Set<Commitment>().Where(x => x.Id == news.CommitmentId).Select(x => x.Title).SingleAsync(ct);
            news.Reply(c.Text!, Author.Of(user), clock.GetUtcNow());
            if (await Address(news.PersonId, ct) is not { } to) return false;
            Mail.Queue(db, tenant.Space, new Letter($"received-answer:{news.Id}", MailCategory.Reminders, to.Name, to.Email!, $"Votre réponse sur « {title} »", $"Réponse de {user.Name} à une nouvelle reçue",
                [$"Vous avez répondu à propos de « {title} »\u00a0:", $"«\u00a0{news.Text}\u00a0»", $"{user.Name} vous écrit\u00a0:", c.Text!])
            {
                SubjectId = news.CommitmentId, About = title, IsDirect = true, CausedById = user.AccountId,
                Act = new("Compléter ma réponse", links.For(news.CommitmentId, news.PersonId), IsSecret: true),
                After = [$"Ce lien est personnel\u00a0: il sert une fois, pendant {tenant.Space.LinkDays} jours."],
            });
            return true;
        }

        private async Task<AddressesOf.Row?> Address(Guid person, CancellationToken ct) =>
            mail.Delivers(tenant.Space) && await mediator.Send(new AddressesOf.Query([person]), ct) is [{ Email: not null } one] ? one : null;

        private async Task<ReceivedNews> Find(Guid id, int version, CancellationToken ct)
        {
            var news = await db.Set<ReceivedNews>().AsTracking().SingleOrDefaultAsync(n => n.Id == id, ct) ?? throw new NotFound(nameof(ReceivedNews));
            if (news.State != ReceivedState.Waiting) throw new RuleViolation("received.settled");
            return news.Version == version ? news : throw new Conflict();
        }
    }
}
