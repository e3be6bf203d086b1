using Platform.Modules.Engagements.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Reminding;

/// <summary>The page where whoever has an account gives news.</summary>
internal sealed class PlainLinks(CurrentTenant tenant, MailSettings mails) : IPersonalLinks
{
    public Task<string> For(Guid commitmentId, Guid personId, CancellationToken ct) => Task.FromResult($"{mails.Root(tenant.Space)}/engagements/{commitmentId}/nouvelles");
}
