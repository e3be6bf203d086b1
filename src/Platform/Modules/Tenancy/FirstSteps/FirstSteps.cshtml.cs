using Platform.Kernel;

namespace Platform.Modules.Tenancy;

public sealed class FirstStepsModel(IMediator mediator) : SpacePage(mediator)
{
    public IReadOnlyList<ReadFirstSteps.Step> Steps { get; private set; } = [];

    protected internal override async Task Load() => Steps = await Send(new ReadFirstSteps.Query());
}
