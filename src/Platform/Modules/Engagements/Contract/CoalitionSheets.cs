using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract;

/// <summary>Every coalition with who speaks for it and when its sheet last said something new: by name, those that have ended last.</summary>
public static class CoalitionSheets
{
    public const int Most = 500;

    /// <param name="Only">Of these; null: of all.</param>
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid>? Only = null) : IRequest<IReadOnlyList<Row>>;

    /// <summary>Names to choose from: those that run, and <paramref name="And"/>; or those of <paramref name="Only"/> that exist, running or not.</summary>
    [AnyMember]
    public sealed record Choices(Guid? And = null, IReadOnlyCollection<Guid>? Only = null) : IRequest<IReadOnlyList<Choice>>;

    public sealed record Choice(Guid Id, string Name);

    /// <param name="Contacts">People who facilitate it today; for want of one, the referents of what it promised.</param>
    /// <param name="ChangedAt">The last time that its sheet was edited, an answer given, a step taken, or news told of its commitments.</param>
    public sealed record Row(Guid Id, string Name, Badge Badge, bool IsRunning, int Commitments, IReadOnlyList<Guid> Contacts, DateTimeOffset? ChangedAt);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Row>>, IRequestHandler<Choices, IReadOnlyList<Choice>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var rows = await db.Set<Coalition>().Where(c => query.Only == null || query.Only.Contains(c.Id)).OrderBy(c => c.State == CoalitionState.Ended).ThenBy(c => c.NameKey).ThenBy(c => c.Id).Take(Most).Select(c => new
            {
                c.Id, c.Name, c.State, Commitments = db.Set<Commitment>().Count(k => k.CoalitionId == c.Id),
                Edited = db.Audit.Where(a => a.SubjectId == c.Id).Max(a => (DateTimeOffset?)a.At),
                Told = db.Set<Update>().Where(u => db.Set<Commitment>().Any(k => k.Id == u.CommitmentId && k.CoalitionId == c.Id)).Max(u => (DateTimeOffset?)u.RecordedAt),
                Stepped = c.Steps.Max(s => (DateOnly?)s.DoneOn), Answered = c.Answers.Max(a => (DateOnly?)a.AnsweredOn),
            }).ToListAsync(ct);
            var ids = rows.ConvertAll(r => r.Id);
            var facilitators = (await CoalitionFacilitator.On(db, today).Where(f => ids.Contains(f.CoalitionId) && f.PersonId != null)
                .Select(f => new { f.CoalitionId, Person = f.PersonId!.Value }).ToListAsync(ct)).ToLookup(f => f.CoalitionId, f => f.Person);
            var wanting = ids.FindAll(id => !facilitators.Contains(id));
            var referents = (await db.Set<Commitment>().Where(c => c.CoalitionId != null && wanting.Contains(c.CoalitionId.Value) && c.ReferentId != null && c.State < CommitmentState.Kept)
                .Select(c => new { CoalitionId = c.CoalitionId!.Value, Person = c.ReferentId!.Value }).Distinct().ToListAsync(ct)).ToLookup(c => c.CoalitionId, c => c.Person);
            return rows.ConvertAll(r => new Row(r.Id, r.Name, r.State.Badge(tenant.Space.Words.Coalition), r.State is not CoalitionState.Ended, r.Commitments,
                [.. (facilitators.Contains(r.Id) ? facilitators[r.Id] : referents[r.Id]).Distinct()], new[] { r.Edited, r.Told, At(r.Stepped), At(r.Answered) }.Max()));
        }

        public async Task<IReadOnlyList<Choice>> Handle(Choices query, CancellationToken ct) => await db.Set<Coalition>().Where(c => query.Only != null ? query.Only.Contains(c.Id) : c.State != CoalitionState.Ended || c.Id == query.And)
            .OrderBy(c => c.NameKey).ThenBy(c => c.Id).Take(Most).Select(c => new Choice(c.Id, c.Name)).ToListAsync(ct);

        // A day counts from its morning: what was done on the day of the question is an answer only if it was written after it.
        private DateTimeOffset? At(DateOnly? day) => day is { } d ? tenant.Space.Dawn(d) : null;
    }
}
