using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Members.Organisations;

/// <summary>Organisations that may be the one being entered: a SIREN is one organisation's, a name may be several's.</summary>
public static class OrganisationTwins
{
    /// <summary>Those of the same name, for the form to show.</summary>
    [Needs(MembersPermissions.Write)]
    public sealed record Query(string? Name, Guid? Except) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Name, string? Seat, bool IsArchived);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) =>
            await Named(db, query.Name, query.Except).Select(o => new Row(o.Id, o.Name, o.Seat, o.ArchivedAt != null)).ToListAsync(ct);
    }

    internal static async Task Refuse(PlatformDb db, OrganisationFields fields, Guid? except, CancellationToken ct)
    {
        var siren = Kernel.Siren.Digits(fields.Siren);
        if (siren is not null && await db.Set<Organisation>().Where(o => o.Siren == siren && o.Id != except).Select(o => o.Name).FirstOrDefaultAsync(ct) is { } owner)
            throw new Invalid(fields, nameof(fields.Siren), $"Ce SIREN est déjà celui de « {owner} ».");
        var twins = await Named(db, fields.Name, except).Select(o => o.Id).ToListAsync(ct);
        if (twins.Except(fields.Seen).Any())
            throw new Invalid(fields, nameof(fields.Seen), "Une organisation porte déjà ce nom. Si c’en est une autre, enregistrez de nouveau.");
    }

    private static IQueryable<Organisation> Named(PlatformDb db, string? name, Guid? except)
    {
        var key = Folding.Key(name);
        return db.Set<Organisation>().Where(o => o.NameKey == key && o.Id != except && key != "").OrderBy(o => o.Id).Take(5);
    }
}
