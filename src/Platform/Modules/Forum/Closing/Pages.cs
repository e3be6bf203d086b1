using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Closing;

[Module(SpaceModules.Forum)]
public sealed class StatisticsModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public ReadStatistics.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ReadStatistics.Query(Id));

    public Task<IActionResult> OnGetExportAsync(string? format) => ListFile.Answer(this, format, file => Send(new ReadStatistics.Export(Id, file)));
}

[Module(SpaceModules.Forum)]
public sealed class OpinionsModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public ReadOpinions.Command Input { get; set; } = new();

    public ReadOpinions.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load()
    {
        Answer = await Send(new ReadOpinions.Query(Id));
        Input = Input with { Lines = [.. Answer.Command.Lines.Select((line, i) => i < Input.Lines.Count ? Input.Lines[i] : line)] };
    }

    protected override void Fill() => Input = Answer.Command;

    public Task<IActionResult> OnGetExportAsync(string? format) => ListFile.Answer(this, format, file => Send(new ReadOpinions.Export(Id, file)));

    public async Task<IActionResult> OnPostAsync()
    {
        Input.EditionId = Id;
        await Send(Input);
        return To($"~/forum/{Id}/avis", "Questions enregistrées.");
    }
}

[Module(SpaceModules.Forum)]
public sealed class FollowUpsModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public FollowUps.Ask Input { get; set; } = new();

    public FollowUps.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new FollowUps.Query(Id));

    protected override void Fill() => Input = new() { By = Answer.UsualBy };

    public async Task<IActionResult> OnPostAsync()
    {
        Input.EditionId = Id;
        return To($"~/forum/{Id}/suites", $"{French.Count(await Send(Input), "suite demandée", "suites demandées")}.");
    }
}

[Module(SpaceModules.Forum)]
public sealed class ThanksModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    /// <summary>"excuses": the other text.</summary>
    [BindProperty(SupportsGet = true)] public string? Texte { get; set; }
    [BindProperty] public SendThanks.Command Input { get; set; } = new();
    [BindProperty] public SendThanks.Text Text { get; set; } = new();

    public SendThanks.Filled Form { get; private set; } = null!;

    public string Here => $"~/forum/{Id}/remerciements{(Kind == TemplateKind.Regrets ? "?texte=excuses" : "")}";

    private TemplateKind Kind => Texte == "excuses" ? TemplateKind.Regrets : TemplateKind.Thanks;

    protected internal override async Task Load()
    {
        Form = await Send(new SendThanks.Form(Id, Kind));
        // Only one of the two forms was sent: the other shows what is stored.
        if (Text.Subject is null && Text.Body is null) Text = Form.Text;
    }

    protected override void Fill() => Input = new() { To = [.. Form.Came > 0 ? [TemplateKind.Thanks] : Array.Empty<TemplateKind>()] };

    public async Task<IActionResult> OnPostAsync()
    {
        Input.EditionId = Id;
        return To(Here, $"{French.Count(await Send(Input), "message part", "messages partent")}.");
    }

    public async Task<IActionResult> OnPostTextAsync()
    {
        (Text.EditionId, Text.Kind) = (Id, Kind);
        await Send(Text);
        return To(Here, "Texte enregistré.");
    }

    public async Task<IActionResult> OnPostTestAsync() => To(Here, $"Un essai part à {await Send(new SendThanks.Test(Id, Kind))}.");

    /// <summary>Of one guest, or of all who came.</summary>
    public async Task<IActionResult> OnGetCertificatesAsync(Guid? invite)
    {
        if (invite is { } guest)
        {
            var sheet = await Send(new SendThanks.Certificate(Id, guest));
            return File(sheet.Content, Certificates.MediaType, sheet.Name);
        }
        var file = ListFile.Open();
        Response.RegisterForDisposeAsync(file);
        await Send(new SendThanks.All(Id, file));
        file.Position = 0;
        return File(file, "application/zip", "attestations.zip");
    }
}
