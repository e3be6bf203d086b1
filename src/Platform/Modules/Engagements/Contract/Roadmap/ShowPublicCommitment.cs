using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Tags;
using Platform.Modules.Tenancy;
using Standing = Platform.Modules.Engagements.Commitments.Standing;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>A public commitment, all that everybody may read of it: no person, no means, no reason of a change, no text of news
/// that was not meant for the public.</summary>
public static class ShowPublicCommitment
{
    private const int MostDays = 200;

    /// <param name="Cursor">Where the history shown before ended; null for the latest.</param>
    [Anonymous]
    public sealed record Query(Guid Id, string? Cursor = null) : IRequest<Sheet>;

    public sealed record Sheet(Guid Id, int Number, string Title, string? Statement, DateOnly? StartsOn, DateOnly? DueOn, int? Progress, string? Theme)
    {
        /// <summary>"En cours, en retard de 12 jours, sans nouvelles depuis 4 mois"</summary>
        public string Sentence { get; init; } = "";
        public IReadOnlyList<Badge> Badges { get; init; } = [];
        public string? Age { get; init; }
        public bool IsSilent { get; init; }
        public Life Life { get; init; } = new(null, null, null, [], false);
        public IReadOnlyList<string> Holders { get; init; } = [];
        public Link? Coalition { get; init; }
        public Link? Axis { get; init; }
        public IReadOnlyList<Link> Objectives { get; init; } = [];
        public IReadOnlyList<Step> Steps { get; init; } = [];
        public IReadOnlyList<Event> Events { get; init; } = [];
        /// <summary>The cursor of older events; null when there are none.</summary>
        public string? Older { get; init; }
        public Said? Answer { get; init; }
        /// <summary>What stands behind what is said: a word, a document, a check.</summary>
        public Badge? Evidence { get; init; }
        public IReadOnlyList<Document> Documents { get; init; } = [];
        public DateOnly ChangedOn { get; init; }
    }

    /// <param name="Of">The public page to which it leads; null when there is none.</param>
    public sealed record Link(string Name, Guid? Of);

    public sealed record Step(string Title, DateOnly? DueOn, DateOnly? DoneOn, DateOnly? DroppedOn, bool IsLate, string? Organisation);

    /// <param name="Address">Begins with "~/" for a file, anywhere for a link.</param>
    /// <param name="Size">"1,2 Mo"; null for a link.</param>
    public sealed record Document(string Name, string Address, string? Size);

    /// <param name="Text">What was said, when it was said for the public; a change of state says what changed.</param>
    public sealed record Event(DateOnly On, Badge Badge, int? Progress, string? Text);

    public sealed record Said(DateOnly On, string Text);

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var (today, word, frameworks) = (tenant.Space.Today(clock), tenant.Space.Words.Commitment, tenant.Space.Has(SpaceModules.Frameworks));
            var read = await db.Set<Commitment>().Where(c => c.Id == query.Id).Where(Commitment.Published).Select(c => new
            {
                c.StateOn, c.AliveSince, c.Evidence, Standing = new Standing(c.State, c.OpenDueOn, c.NextNewsDueOn, c.LastNewsOn, c.IsBlocked),
                Sheet = new Sheet(c.Id, c.Number, c.Title, c.Statement, c.StartsOn, c.DueOn, c.Progress, db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => t.Name).FirstOrDefault()),
                Coalition = db.Set<Coalition>().Where(x => x.Id == c.CoalitionId).Select(x => new { x.Id, x.Name, x.IsPublic }).FirstOrDefault(),
                Axis = db.Set<Axis>().Where(a => a.Id == c.AxisId).Join(db.Set<Framework>().Where(f => f.IsPublic && f.ArchivedOn == null), a => a.FrameworkId, f => f.Id,
                    (a, f) => new { f.Id, Name = a.Number + ". " + a.Title }).FirstOrDefault(),
                Answer = c.Answers.Select(a => new Said(a.AnsweredOn, a.Text)).FirstOrDefault(),
                HolderIds = c.Holders.OrderByDescending(h => h.IsLead).Select(h => h.OrganisationId).ToList(),
                Objectives = c.Objectives.Join(db.Set<Objective>(), o => o.ObjectiveId, x => x.Id, (o, x) => x)
                    .Join(db.Set<Framework>().Where(f => f.IsPublic && f.ArchivedOn == null), x => x.FrameworkId, f => f.Id, (x, f) => new { x.Title, f.Id }).ToList(),
            }).AsSingleQuery().SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Commitment));
            var steps = await db.Set<Measure>().Where(m => m.CommitmentId == query.Id).OrderBy(m => m.Order).ThenBy(m => m.Id)
                .Select(m => new { m.Title, m.DueOn, m.DoneOn, m.DroppedOn, m.OrganisationId }).ToListAsync(ct);
            var mark = History.Mark.Read(query.Cursor);
            var standing = Update.Standing(db).Where(u => u.CommitmentId == query.Id);
            var news = await History.After(standing, mark).Select(u => new History.Event(History.Kind.News, u.Id, u.HappenedOn, u.RecordedAt, "", u.IsPublic ? u.Text : null) { Status = u.Status, Progress = u.Progress })
                .ToListAsync(ct);
            var moves = await History.After(db.Set<Transition>().Where(t => t.CommitmentId == query.Id && t.From != null && t.To != CommitmentState.Draft), mark)
                .Select(t => new History.Event(History.Kind.Move, t.Id, t.HappenedOn, t.RecordedAt, "", null) { From = t.From, To = t.To }).ToListAsync(ct);
            var days = await standing.OrderByDescending(u => u.HappenedOn).Select(u => u.HappenedOn).Take(MostDays).ToListAsync(ct);
            var documents = await mediator.Send(new PublicDocuments.Query(query.Id), ct);
            var names = await mediator.Send(new OrganisationNames.Query([.. read.HolderIds, .. steps.Select(s => s.OrganisationId).OfType<Guid>()]), ct);
            var (state, silent) = (read.Standing, read.Standing.IsSilent(today));
            var (events, older) = History.Page([.. news, .. moves]);
            return read.Sheet with
            {
                Sentence = state.Sentence(word, read.StateOn, read.AliveSince, today),
                Badges = [.. state.All(word, today)],
                Age = Card.AgeOf(state, read.AliveSince, today),
                IsSilent = silent,
                Life = new(read.Sheet.StartsOn ?? read.AliveSince ?? events.Select(e => e.On).Concat(days).DefaultIfEmpty(read.StateOn).Min(), read.Sheet.DueOn, state.State.IsOpen() ? null : read.StateOn, days, silent),
                Holders = [.. read.HolderIds.Select(id => names[id])],
                Coalition = read.Coalition is { } coalition ? new(coalition.Name, coalition.IsPublic && tenant.Space.Has(SpaceModules.Coalitions) ? coalition.Id : null) : null,
                Axis = frameworks && read.Axis is { } axis ? new(axis.Name, axis.Id) : null,
                Objectives = frameworks ? [.. read.Objectives.Select(o => new Link(o.Title, o.Id))] : [],
                Steps = [.. steps.Select(s => new Step(s.Title, s.DueOn, s.DoneOn, s.DroppedOn, s.DoneOn is null && s.DroppedOn is null && s.DueOn < today, s.OrganisationId is { } by ? names.GetValueOrDefault(by) : null))],
                Events = [.. events.Select(e => e.Kind == History.Kind.News ? new Event(e.On, e.Status!.Value.Badge(word), e.Progress, e.Text)
                    : new Event(e.On, Standing.OfState(e.To!.Value, word) with { Text = Moves.Find(e.From!.Value, e.To.Value)?.FactFor(word) ?? e.To.Value.Label(word) }, null, null))],
                Older = older,
                Answer = read.Answer,
                Evidence = read.Evidence == EvidenceLevel.Declared ? null : read.Evidence.Badge(word),
                Documents = [.. documents.Select(d => new Document(d.Name, d.Address ?? $"~/public/documents/{d.Id}", d.Address is null ? FileSizes.Of(d.Size) : null))],
                ChangedOn = days.Concat(events.Select(e => e.On)).Append(read.StateOn).Append(read.Answer?.On ?? DateOnly.MinValue).Max(),
            };
        }
    }
}
