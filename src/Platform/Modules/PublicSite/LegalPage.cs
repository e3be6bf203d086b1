using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite;

/// <summary>The three pages that the law wants on every site; they differ by their text alone.</summary>
public abstract class LegalPage(IMediator mediator) : SpacePage(mediator)
{
    public GetLegalInformation.View Legal { get; private set; } = null!;

    protected internal override async Task Load() => Legal = await Send(new GetLegalInformation.Query());
}

[Anywhere]
public sealed class AccessibilityModel(IMediator mediator) : LegalPage(mediator);

[Anywhere]
public sealed class LegalNoticeModel(IMediator mediator) : LegalPage(mediator);

[Anywhere]
public sealed class PersonalDataModel(IMediator mediator) : LegalPage(mediator);
