using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Imports.Batches;

[ReceivesFiles]
public sealed class NewModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public string Nature { get; set; } = "";
    [BindProperty] public StageImport.Command Input { get; set; } = new();

    public ImportSubject Subject => EnumNames.FromSlugs<ImportSubject>([Nature]) is [var named] ? named : default;
    public StageImport.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new StageImport.Form(Subject));

    public Task<IActionResult> OnGetTemplateAsync() => ListFile.Answer(this, ListFile.Xlsx, file => Send(new StageImport.Template(Subject, file)));

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Subject = Subject;
        var id = await Send(Input);
        return To($"~/imports/{id}/colonnes");
    }
}
