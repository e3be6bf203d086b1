using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>One form, several addresses: the address says on what the documents hang.</summary>
[Module(SpaceModules.Engagements), ReceivesFiles]
public class AddModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid? Update { get; set; }
    [FromRoute] public Guid? Measure { get; set; }
    [BindProperty] public AddDocuments.Command Input { get; set; } = new();

    protected virtual Place At => new(Id, Update, Measure, null);

    /// <summary>The list that the page belongs to.</summary>
    public virtual (string Address, Func<Vocabulary, string> Name) List => ("~/engagements", w => w.Commitment.Plural);

    /// <summary>What is expected there, in a sentence.</summary>
    public virtual string Purpose => Form.Part is null ? "Ce qui montre que c’est fait : un compte rendu, une photo, une délibération, un lien." : $"Ce qui montre que c’est fait : « {French.Cut(Form.Part, 120)} »";

    public AddDocuments.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new AddDocuments.Form(At));

    public async Task<IActionResult> OnPostAsync()
    {
        Input.At = At;
        var count = await Send(Input);
        await Load();
        return To(Form.Back, count == 1 ? "C’est joint." : $"{count} documents joints.");
    }
}
