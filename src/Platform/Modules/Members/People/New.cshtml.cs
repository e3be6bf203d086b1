using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Members.People;

public sealed class NewModel(IMediator mediator) : PersonForm(mediator)
{
    /// <summary>Chosen in advance, from the organisation's sheet.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Organisation { get; set; }
    [BindProperty] public RegisterPerson.Command Input { get; set; } = new();

    private RegisterPerson.Command empty = new();

    protected internal override async Task Load()
    {
        empty = await Send(new RegisterPerson.Form(Organisation));
        await Offer(Input, null, Organisation);
    }

    protected override void Fill() => Input = empty;

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await Send(Input);
        return To($"~/personnes/{id}", $"{Input.GivenName} {Input.FamilyName} est dans l’espace.");
    }
}
