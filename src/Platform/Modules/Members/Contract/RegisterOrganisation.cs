using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Contract;

/// <summary>Enters an organisation with its first role in the space. Answers its identifier.</summary>
public static class RegisterOrganisation
{
    /// <summary>The empty form, for who may send it back filled.</summary>
    [Needs(MembersPermissions.Write)]
    public sealed record Form : IRequest<Command>;

    [Needs(MembersPermissions.Write)]
    public sealed record Command : OrganisationFields, ICommand<Guid>
    {
        [Display(Name = "Rôle")] public RoleKind? Role { get; init; }
        [Display(Name = "Depuis le")] public DateOnly? Since { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            OrganisationFields.Check(this);
            RuleFor(c => c.Role).IsInEnum();
            RuleFor(c => c.Since).NotNull().When(c => c.Role is not null).WithMessage("Depuis quelle date ? Une date approchée vaut mieux que rien.");
        }
    }

    internal sealed class FormHandler(CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Form, Command>
    {
        public Task<Command> Handle(Form form, CancellationToken ct) =>
            Task.FromResult(new Command { Role = RoleKind.Member, Since = tenant.Space.Today(clock) });
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command c, CancellationToken ct)
        {
            await OrganisationTwins.Refuse(db, c, null, ct);
            var organisation = new Organisation(c.Kind!.Value, c.Name!, c.ShortName, c.Siren, c.InseeCode, c.Seat);
            organisation.Annotate(c.WebSite is null ? null : TextRules.WebAddress(c.WebSite), c.Notes);
            if (c.Role is { } role) organisation.StartRole(role, c.Since!.Value);
            db.Add(organisation);
            SearchTerms.Add(db, SearchKind.Organisation, organisation.Id, organisation.Searched);
            return organisation.Id;
        }
    }
}
