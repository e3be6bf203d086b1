using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Governance.Bodies;

/// <summary>What the pages of a mandate share: its body, and the people and organisations to choose from.</summary>
public abstract class MandateForm(IMediator mediator) : SpacePage(mediator)
{
    /// <summary>The body.</summary>
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    protected async Task Offer(Guid? person, Guid? organisation)
    {
        People = [.. (await Send(new PersonOptions.Query([.. new[] { person }.OfType<Guid>()]))).Select(p => new SelectListItem(p.Shown, p.Id.ToString()))];
        Organisations = [.. (await Send(new OrganisationOptions.Query([.. new[] { organisation }.OfType<Guid>()]))).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
    }
}
