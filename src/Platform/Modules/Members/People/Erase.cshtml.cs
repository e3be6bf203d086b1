using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Members.People;

public sealed class EraseModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public ErasePerson.Command Input { get; set; } = new();
    public ErasePerson.View Shown { get; private set; } = null!;

    protected internal override async Task Load() => Shown = await Send(new ErasePerson.Form(Id));

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        return To($"~/personnes/{await Send(Input)}", "La personne est effacée. Les faits restent.");
    }
}
