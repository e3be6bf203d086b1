using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Editions;

[Module(SpaceModules.Forum)]
[Menu(MenuGroup.Engagements, 60, "Forum", "~/forum", "ticket")]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    public ListEditions.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListEditions.Query());

    public async Task<IActionResult> OnPostOpenAsync(Guid series) => To($"~/forum/{await Send(new OpenEditions.Now(series))}", "L’édition est ouverte, avec son plan daté.");
}
