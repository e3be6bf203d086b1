using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Members.Organisations;

public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    /// <summary>The role whose dates are being changed.</summary>
    [BindProperty(SupportsGet = true, Name = "dates")] public Guid? Dated { get; set; }
    [BindProperty] public SetRole.Command NewRole { get; set; } = new();
    [BindProperty] public SetRole.Command Role { get; set; } = new();
    [BindProperty] public ArchiveOrganisation.Command Filing { get; set; } = new();

    public GetOrganisation.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new GetOrganisation.Query(Id));

    protected override void Fill()
    {
        NewRole = new() { Start = Answer.Today };
        if (Answer.Sheet.Roles.FirstOrDefault(r => r.Id == Dated) is { } role)
            Role = new() { RoleId = role.Id, Start = role.Start, End = role.End ?? (role.RunsOn(Answer.Today) ? Answer.Today : null) };
    }

    public async Task<IActionResult> OnPostAddRoleAsync()
    {
        NewRole.OrganisationId = Id;
        await Send(NewRole);
        return To($"~/membres/{Id}", "Rôle ajouté.");
    }

    public async Task<IActionResult> OnPostDateRoleAsync()
    {
        Role.OrganisationId = Id;
        await Send(Role);
        return To($"~/membres/{Id}", "Dates du rôle enregistrées.");
    }

    public async Task<IActionResult> OnPostFileAsync()
    {
        Filing.Id = Id;
        await Send(Filing);
        return To($"~/membres/{Id}", Filing.Restore ? "L’organisation est de retour dans les listes." : "L’organisation est archivée.");
    }
}
