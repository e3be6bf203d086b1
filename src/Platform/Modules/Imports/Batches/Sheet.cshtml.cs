using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Imports.Batches;

public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    public const string OnlyLeft = "restees";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? Lignes { get; set; }
    [BindProperty(SupportsGet = true)] public string? Apres { get; set; }

    public ShowImport.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ShowImport.Query(Id, ImportWords.FromSlug(Lignes), Lignes == OnlyLeft, Apres));

    public Task<IActionResult> OnGetRefusedAsync() => ListFile.Answer(this, ListFile.Xlsx, file => Send(new ExportRefused.Query(Id, file)));

    public Task<IActionResult> OnPostCheckAsync() => Start(ImportWork.Check);

    public Task<IActionResult> OnPostApplyAsync() => Start(ImportWork.Apply);

    public Task<IActionResult> OnPostUndoAsync() => Start(ImportWork.Undo);

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        await Send(new DiscardImport.Command(Id));
        return To("~/imports", "Import abandonné : rien n’a été écrit.");
    }

    private async Task<IActionResult> Start(ImportWork work)
    {
        await Send(new StartWork.Command(Id, work));
        return To($"~/imports/{Id}");
    }
}
