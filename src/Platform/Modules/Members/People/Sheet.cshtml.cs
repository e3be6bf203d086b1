using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Members.People;

public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public ArchivePerson.Command Filing { get; set; } = new();

    public GetPerson.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new GetPerson.Query(Id));

    public async Task<IActionResult> OnGetDataAsync()
    {
        var archive = await Send(new GivePersonData.Query(Id));
        return File(archive.Content, "application/zip", archive.Name);
    }

    public async Task<IActionResult> OnPostFileAsync()
    {
        Filing.Id = Id;
        await Send(Filing);
        return To($"~/personnes/{Id}", Filing.Restore ? "La fiche est de retour dans les listes." : "La fiche est archivée.");
    }
}
