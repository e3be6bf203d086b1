using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access.Own;

[Anywhere]
public sealed class MyAccountModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public ChangeName.Command Input { get; set; } = new();
    public ReadMyAccount.Answer Me { get; private set; } = null!;

    protected internal override async Task Load() => Me = await Send(new ReadMyAccount.Query());

    protected override void Fill() => Input = new() { Name = Me.Place?.Name ?? Me.Name, StartPage = Me.Place?.StartPage };

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(Input);
        return To("~/mon-compte", "C’est enregistré.");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session)
    {
        await Send(new EndSession.Command { Id = session });
        return To("~/mon-compte", "La session est fermée.");
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await Send(new EndSession.Command());
        return To("~/mon-compte", "Toutes les autres sessions sont fermées.");
    }

    public async Task<IActionResult> OnGetDataAsync()
    {
        var archive = await Send(new ReadMyData.Query());
        return File(archive.Content, "application/zip", archive.Name);
    }
}
