using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Members.Organisations;

public static class EditOrganisation
{
    [Needs(MembersPermissions.Write)]
    public sealed record Form(Guid Id) : IRequest<Command>;

    [Needs(MembersPermissions.Write)]
    public sealed record Command : OrganisationFields, ICommand<Unit>
    {
        public Guid Id { get; set; }
        public int Version { get; init; }

        internal static Command From(Organisation o, List<Guid> seen) => new()
        {
            Id = o.Id, Version = o.Version, Kind = o.Kind, Name = o.Name, ShortName = o.ShortName, Siren = o.Siren, InseeCode = o.InseeCode,
            Seat = o.Seat, WebSite = o.WebSite, Notes = o.Notes, Seen = seen,
        };
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => OrganisationFields.Check(this);
    }

    internal sealed class FormHandler(PlatformDb db) : IRequestHandler<Form, Command>
    {
        public async Task<Command> Handle(Form form, CancellationToken ct) =>
            Command.From(await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == form.Id, ct) ?? throw new NotFound(nameof(Organisation)), []);
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var organisation = await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Id == c.Id, ct) ?? throw new NotFound(nameof(Organisation));
            if (organisation.Version != c.Version) throw new Conflict(stored: Command.From(organisation, c.Seen), typed: c);
            await OrganisationTwins.Refuse(db, c, c.Id, ct);
            organisation.Describe(c.Kind!.Value, c.Name!, c.ShortName, c.Seat);
            organisation.Identify(c.Siren, c.InseeCode);
            organisation.Annotate(c.WebSite is null ? null : TextRules.WebAddress(c.WebSite), c.Notes);
            await SearchTerms.Replace(db, SearchKind.Organisation, organisation.Id, organisation.Searched, ct);
            return Unit.Value;
        }
    }
}
