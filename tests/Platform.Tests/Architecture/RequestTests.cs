using System.Reflection;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Access;

namespace Platform.Tests.Architecture;

/// <summary>Every request says who may send it, and its handler is reached through the pipeline only.</summary>
public sealed class RequestTests
{
    private static readonly Type[] Application = typeof(Program).Assembly.GetTypes();

    [Fact]
    public void Every_request_says_once_who_may_send_it() => Rule.Holds(Access(Application));

    [Theory]
    [InlineData(typeof(Canaries.Silent.Query), "no access attribute")]
    [InlineData(typeof(Canaries.Twice.Query), "2 access attributes")]
    [InlineData(typeof(Canaries.Unknown.Query), "unknown permission canary.unknown")]
    public void Canary_access(Type request, string said) => Assert.Contains(said, Assert.Single(Access([request])), StringComparison.Ordinal);

    [Fact]
    public void Every_request_has_one_handler_and_handlers_and_validators_are_internal() => Rule.Holds(Handlers(Application));

    [Theory]
    [InlineData(typeof(Canaries.Orphan), "no handler")]
    [InlineData(typeof(Canaries.Shown), "not internal")]
    public void Canary_handlers(Type slice, string said) => Assert.Contains(Handlers(slice.GetNestedTypes()), v => v.Contains(said, StringComparison.Ordinal));

    [Fact]
    public void No_request_lets_its_sender_name_the_space() => Rule.Holds(Forgeable(Application));

    [Fact]
    public void Canary_the_space_in_a_request() => Assert.Single(Forgeable([typeof(Canaries.Forged.Command)]));

    [Fact]
    public void Every_permission_is_needed_by_some_request()
    {
        var needed = Requests(Application).Select(r => r.GetCustomAttribute<NeedsAttribute>()?.Permission).OfType<string>().ToHashSet();
        Rule.Holds(RoleMap.All.Keys.Except(needed));
    }

    /// <summary>What may do so, and why.</summary>
    private static readonly Dictionary<string, string> MayBypass = new(StringComparer.Ordinal)
    {
        ["Platform.Modules.Access.MySpaces+Handler calls EntityFrameworkQueryableExtensions.IgnoreQueryFilters"] =
            "The switcher: an account's own memberships in every space; row-level security has a policy for exactly that.",
        ["Platform.Modules.Engagements.Evidence.EditDocument+Handler calls EntityFrameworkQueryableExtensions.ExecuteDeleteAsync"] =
            "A file taken away: its content is deleted without being loaded. The filter and row-level security both narrow it.",
        ["Platform.Modules.Access.ForgetOldLinks+Handler calls EntityFrameworkQueryableExtensions.ExecuteDeleteAsync"] =
            "Links that are long over go without being loaded. The filter and row-level security both narrow it.",
        ["Platform.Modules.Reminders.Rules.RunRules+Handler calls EntityFrameworkQueryableExtensions.ExecuteDeleteAsync"] =
            "Who was reminded of what more than a year ago: as many rows as there were mails. The filter and row-level security both narrow it.",
        ["Platform.Modules.Access.PersonalLink calls EntityFrameworkQueryableExtensions.ExecuteDeleteAsync"] = "Same: the links of somebody who is erased.",
        ["Platform.Modules.Access.MySpaces+PlacesHandler calls EntityFrameworkQueryableExtensions.IgnoreQueryFilters"] =
            "Same: how many spaces know the account, before it is erased.",
        ["Platform.Modules.Reminders.Outbox.MailQueue calls EntityFrameworkQueryableExtensions.ExecuteUpdateAsync"] =
            "The dispatcher's queue belongs to no space: a claim, and each step under it, is one statement fenced by its token.",
        ["Platform.Modules.Reminders.Outbox.MailQueue calls EntityFrameworkQueryableExtensions.ExecuteDeleteAsync"] = "Same: what has gone leaves the queue.",
        ["Platform.Modules.Operations.Runs.RunLedger calls EntityFrameworkQueryableExtensions.ExecuteUpdateAsync"] =
            "The ledger of runs belongs to no space: an occurrence is taken by one statement, whatever the number of nodes.",
    };

    [Fact]
    public void No_module_goes_around_the_filters_or_writes_its_own_sql() =>
        Assert.Equal(MayBypass.Keys.Order(), Bypasses(Application.Where(t => t.Namespace?.StartsWith("Platform.Data", StringComparison.Ordinal) != true)).Order());

    [Fact]
    public void Canary_bypasses() => Assert.Equal(5, Bypasses(typeof(Canaries.Bypasses).GetNestedTypes(BindingFlags.NonPublic).Prepend(typeof(Canaries.Bypasses))).Count);

    private static IEnumerable<Type> Requests(IEnumerable<Type> types) => types.Where(t => t is { IsAbstract: false, IsInterface: false }
        && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)));

    private static List<string> Access(IEnumerable<Type> types) => [.. Requests(types).Select(request =>
    {
        var rules = request.GetCustomAttributes<AccessAttribute>(inherit: true).ToList();
        return rules switch
        {
            [] => $"{request.FullName}: no access attribute",
            [NeedsAttribute { Permission: var permission }] when !RoleMap.All.ContainsKey(permission) => $"{request.FullName}: unknown permission {permission}",
            [_] => null,
            _ => $"{request.FullName}: {rules.Count} access attributes",
        };
    }).OfType<string>()];

    private static List<string> Handlers(IReadOnlyCollection<Type> types)
    {
        var closed = types.Where(t => !t.IsAbstract).SelectMany(t => t.GetInterfaces().Where(i => i.IsGenericType).Select(i => (Type: t, Of: i))).ToList();
        var handlers = closed.Where(c => c.Of.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).ToLookup(c => c.Of.GetGenericArguments()[0], c => c.Type);
        var hidden = new[] { typeof(IRequestHandler<,>), typeof(INotificationHandler<>), typeof(IValidator<>) };
        return [.. Requests(types).Where(r => handlers[r].Count() != 1).Select(r => $"{r.FullName}: {(handlers.Contains(r) ? "several handlers" : "no handler")}")
            .Concat(closed.Where(c => hidden.Contains(c.Of.GetGenericTypeDefinition()) && (c.Type.IsPublic || c.Type.IsNestedPublic)).Select(c => $"{c.Type.FullName}: not internal"))
            .Distinct()];
    }

    private static List<string> Forgeable(IEnumerable<Type> types) => [.. Requests(types)
        .Where(r => r.GetCustomAttribute<SystemAttribute>() is null && r.GetCustomAttribute<AnyAccountAttribute>() is null)
        .SelectMany(r => r.GetProperties()).Where(p => p.SetMethod is not null && p.Name is "TenantId" or "CreatedBy" or "CreatedAt" or "AccountName")
        .Select(p => $"{p.DeclaringType!.FullName}.{p.Name}")];

    private static List<string> Bypasses(IEnumerable<Type> types) => [.. types
        .SelectMany(t => Il.Calls(t).Where(IsBypass).Select(m => $"{Il.Written(t).FullName} calls {m.DeclaringType!.Name}.{m.Name}")).Distinct()];

    private static bool IsBypass(MethodBase method) =>
        method.DeclaringType?.Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true
        && (method.Name.StartsWith("ExecuteUpdate", StringComparison.Ordinal) || method.Name.StartsWith("ExecuteDelete", StringComparison.Ordinal)
            || method.Name.StartsWith("ExecuteSql", StringComparison.Ordinal) || method.Name.StartsWith("SqlQuery", StringComparison.Ordinal)
            || method.Name.StartsWith("FromSql", StringComparison.Ordinal) || method.Name == "IgnoreQueryFilters" || method.Name is "GetDbConnection" or "SetDbConnection");
}
