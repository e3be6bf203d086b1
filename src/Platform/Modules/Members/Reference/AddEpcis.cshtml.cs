using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;

namespace Platform.Modules.Members.Reference;

public sealed class AddEpcisModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Text { get; set; }

    public FindEpcisToAdd.View Shown { get; private set; } = null!;

    // Not bound as a list: the binder answers 500 to an address that repeats a name more than 1,024 times.
    private List<string> Ticked => [.. (Request.HasFormContentType ? Request.Form[AddEpcis.Ticks] : Request.Query[AddEpcis.Ticks]).OfType<string>().Where(Siren.IsValid).Distinct()];

    protected internal override async Task Load() => Shown = await Send(new FindEpcisToAdd.Query(Text, Ticked));

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await Send(new AddEpcis.Command(Ticked));
        return To("~/membres", Said(answer));
    }

    private static string Said(AddEpcis.Answer answer)
    {
        var said = answer.Added.Count switch
        {
            0 => "",
            1 => $"{answer.Added[0]} est maintenant membre.",
            var count => $"{count} EPCI sont maintenant membres : {French.List(answer.Added)}.",
        };
        return answer.AlreadyThere.Count == 0 ? said : $"{said} Déjà dans l’espace : {French.List(answer.AlreadyThere)}.".TrimStart();
    }
}
