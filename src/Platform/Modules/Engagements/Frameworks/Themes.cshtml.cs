using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Themes are of the whole space: the page is there even without the frameworks.</summary>
public sealed class ThemesModel(IMediator mediator) : SpacePage(mediator)
{
    public IReadOnlyList<ListThemes.Row> Themes { get; private set; } = [];

    protected internal override async Task Load() => Themes = await Send(new ListThemes.Query());

    public async Task<IActionResult> OnPostRemoveAsync(Guid theme)
    {
        await Send(new RemovePart.Theme(theme));
        return To("~/cadres/themes", "Thème retiré.");
    }
}
