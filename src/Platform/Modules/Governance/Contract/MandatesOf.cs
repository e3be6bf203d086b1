using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Governance.Contract;

/// <summary>The mandates of a person or for an organisation, past and present, latest first.</summary>
public static class MandatesOf
{
    public const int Most = 200;

    [AnyMember]
    public sealed record Query(Guid? PersonId = null, Guid? OrganisationId = null) : IRequest<IReadOnlyList<Row>>;

    /// <param name="Title">"Vice-présidence (mobilités décarbonées)"</param>
    public sealed record Row(Guid Id, Guid BodyId, string Body, string Title, Guid? PersonId, string? Person, Guid? OrganisationId, string? Organisation, DateOnly Start, DateOnly? End)
    {
        public bool RunsOn(DateOnly day) => Start <= day && (End is null || End >= day);
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var mandates = await (from m in db.Set<Mandate>()
                                  join b in db.Set<Body>() on m.BodyId equals b.Id
                                  where (query.PersonId != null && m.PersonId == query.PersonId) || (query.OrganisationId != null && m.OrganisationId == query.OrganisationId)
                                  orderby m.Start descending, m.Id
                                  select new { m.Id, m.BodyId, Body = b.Name, m.Function, m.Precision, m.PersonId, m.OrganisationId, m.Start, m.End })
                .Take(Most).ToListAsync(ct);
            var names = await mediator.Send(new NamesOf.Query(mandates.SelectMany(m => new[] { m.OrganisationId, m.PersonId })), ct);
            string? Name(Guid? id) => id is { } known ? names[known].Name : null;
            return [.. mandates.Select(m => new Row(m.Id, m.BodyId, m.Body, Mandate.TitleOf(m.Function, m.Precision),
                m.PersonId, Name(m.PersonId), m.OrganisationId, Name(m.OrganisationId), m.Start, m.End))];
        }
    }
}
