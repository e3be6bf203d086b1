using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
public sealed class NewModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public LogCommitment.Command Input { get; set; } = new();
    /// <summary>The organisation, coalition, theme or axis from whose page "log" was pressed.</summary>
    [FromQuery(Name = "porteur")] public Guid? Holder { get; set; }
    [FromQuery(Name = "coalition")] public Guid? Coalition { get; set; }
    [FromQuery(Name = "theme")] public Guid? Theme { get; set; }

    public CommitmentChoices.Answer Choices { get; private set; } = null!;

    protected internal override async Task Load() => Choices = await Send(new CommitmentChoices.Query(Input));

    protected override void Fill() => Input = new LogCommitment.Command
    {
        FormKey = Guid.CreateVersion7(), Holders = Holder is { } holder ? [holder] : [], CoalitionId = Coalition, ThemeId = Theme,
    };

    public async Task<IActionResult> OnPostAsync() => To($"~/engagements/{await Send(Input)}", "C’est consigné. La suite se fait d’ici : étapes, nouvelles, adoption.");
}
