using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;

namespace Platform.Modules.Governance.Contract;

/// <summary>The mandates of a person or for an organisation, past and present, latest first. Names are the members' to give.</summary>
public static class MandatesOf
{
    public const int Most = 200;

    [AnyMember]
    public sealed record Query(Guid? PersonId = null, Guid? OrganisationId = null) : IRequest<IReadOnlyList<Row>>;

    /// <param name="PersonId">Null: the function is vacant.</param>
    public sealed record Row(Guid Id, Guid BodyId, string Body, MandateFunction Function, string? Precision, Guid? PersonId, Guid? OrganisationId, DateOnly Start, DateOnly? End)
    {
        /// <summary>"Vice-présidence (mobilités décarbonées)"</summary>
        public string Title => Mandate.TitleOf(Function, Precision);
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) =>
            await db.Set<Mandate>()
                .Where(m => (query.PersonId != null && m.PersonId == query.PersonId) || (query.OrganisationId != null && m.OrganisationId == query.OrganisationId))
                .OrderByDescending(m => m.Start).ThenBy(m => m.Id).Take(Most)
                .Join(db.Set<Body>(), m => m.BodyId, b => b.Id, (m, b) => new Row(m.Id, m.BodyId, b.Name, m.Function, m.Precision, m.PersonId, m.OrganisationId, m.Start, m.End))
                .ToListAsync(ct);
    }
}
