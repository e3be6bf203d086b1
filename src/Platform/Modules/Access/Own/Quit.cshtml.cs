using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Access.Own;

public sealed class QuitModel(IMediator mediator) : SpacePage(mediator)
{
    protected internal override Task Load() => Send(new Leave.Form());

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(new Leave.Command());
        return To("~/", "Vous avez quitté l’espace.");
    }
}
