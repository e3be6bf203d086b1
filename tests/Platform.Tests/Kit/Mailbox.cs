using Microsoft.EntityFrameworkCore;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Tenancy;

namespace Platform.Tests.Kit;

/// <summary>The mails that a space has written, as whoever receives them reads them.</summary>
internal static class Mailbox
{
    public static Task<List<OutboxMessage>> Mails(this World world, string to, Space? space = null) =>
        world.Within(db => db.Set<OutboxMessage>().Where(m => m.ToAddress == to).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync(), space);

    /// <summary>The address of the last mail's link, inside its space.</summary>
    public static async Task<string> MailedLink(this World world, string to, Space? space = null)
    {
        var link = (await world.Mails(to, space))[^1].Secret!;
        var root = $"https://localhost/{(space ?? world.Space).Identifier}";
        Assert.StartsWith(root, link, StringComparison.Ordinal);
        return link[root.Length..];
    }
}
