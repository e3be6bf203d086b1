using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;

namespace Platform.Modules.Members.People;

/// <summary>People who may be the one being entered: same name or same address.</summary>
public static class PersonTwins
{
    [Needs(MembersPermissions.Write)]
    public sealed record Query(string? GivenName, string? FamilyName, string? Email, Guid? Except) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Name, string? Title, string? Organisation, bool SameAddress, bool IsArchived);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var email = query.Email?.ToLowerInvariant();
            return await Like(db, query.GivenName, query.FamilyName, email, query.Except)
                .Select(p => new Row(p.Id, p.GivenName + " " + p.FamilyName, p.Title,
                    db.Set<Organisation>().Where(o => o.Id == p.OrganisationId).Select(o => o.ShortName ?? o.Name).FirstOrDefault(),
                    email != null && p.EmailKey == email, p.ArchivedAt != null)).ToListAsync(ct);
        }
    }

    internal static async Task Refuse(PlatformDb db, IMediator mediator, PersonFields fields, Guid? except, CancellationToken ct)
    {
        if (fields.OrganisationId is { } organisation && !(await mediator.Send(new AreKnown.Query([organisation], []), ct)).Organisations)
            throw new Invalid(fields, nameof(fields.OrganisationId), "Choisissez une organisation de la liste.");
        var twins = await Like(db, fields.GivenName, fields.FamilyName, fields.Email?.ToLowerInvariant(), except).Select(p => p.Id).ToListAsync(ct);
        if (twins.Except(fields.Seen).Any())
            throw new Invalid(fields, nameof(fields.Seen), "Quelqu’un porte déjà ce nom ou a déjà cette adresse. Si c’est une autre personne, enregistrez de nouveau.");
    }

    private static IQueryable<Person> Like(PlatformDb db, string? givenName, string? familyName, string? email, Guid? except)
    {
        var key = Person.KeyOf(givenName, familyName);
        return db.Set<Person>().Where(p => p.Id != except && ((key != "" && p.NameKey == key) || (email != null && p.EmailKey == email))).OrderBy(p => p.Id).Take(5);
    }
}
