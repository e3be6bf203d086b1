using System.Diagnostics;
using System.Reflection;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Kernel;

// The pipeline, outermost first: log → tenant → transaction → permission → validation → handler.
// The transaction is opened before the permission because memberships are themselves behind row-level security.

internal sealed class LogBehaviour<TRequest, TResponse>(ILogger<TRequest> log, CurrentTenant tenant, CurrentUser user)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await next();
        }
        finally
        {
            if (log.IsEnabled(LogLevel.Debug))
                log.LogDebug("{Request} by {Account} in {Space}: {Elapsed:0.0} ms", typeof(TRequest).FullName,
                    user.AccountId, tenant.IdOrNull, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }
}

internal sealed class TenantBehaviour<TRequest, TResponse>(CurrentTenant tenant)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    private static readonly bool WorksOutside = AccessOf<TRequest>.Rule
        is AnyAccountAttribute or SystemAttribute or AnonymousAttribute { OutsideSpaces: true };

    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct) =>
        tenant.IdOrNull is null && !WorksOutside ? throw new NotFound("Space") : next();
}

internal sealed class TransactionBehaviour<TRequest, TResponse>(PlatformDb db)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        // A request sent by another's handler joins its transaction.
        if (db.Database.CurrentTransaction is not null) return await next();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            var response = await next();
            if (request is ICommand<TResponse>) await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return response;
        }
        catch (Exception error)
        {
            // The page will read again in this scope: nothing half-changed may stay tracked.
            db.ChangeTracker.Clear();
            if (DatabaseErrors.Translate(error) is { } failure) throw failure;
            throw;
        }
    }
}

internal sealed class PermissionBehaviour<TRequest, TResponse>(CurrentTenant tenant, CurrentUser user, Memberships memberships)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        if (user.IsSystem) return await next();
        switch (AccessOf<TRequest>.Rule)
        {
            case AnonymousAttribute:
                break;
            case AnyAccountAttribute account:
                if (user.AccountId is null) throw new SignInRequired();
                // The account's own pages have the space's menu around them for its members.
                if (tenant.IdOrNull is not null) await memberships.Current(ct);
                if (account.Operator && !await memberships.IsOperator(ct)) throw new Forbidden("platform.operate");
                break;
            case AnyMemberAttribute:
                await MemberOf(ct);
                break;
            case NeedsAttribute needs:
                if (!(await MemberOf(ct)).May(needs.Permission)) throw new Forbidden(needs.Permission);
                break;
            default:
                throw new NotFound(typeof(TRequest).Name);
        }
        return await next();
    }

    private async Task<Member> MemberOf(CancellationToken ct)
    {
        if (user.AccountId is null) throw new SignInRequired();
        // A stranger learns nothing, not even that the space has such a page.
        var member = await memberships.Current(ct) ?? throw new NotFound($"Member of {tenant.IdOrNull}");
        return member.LacksSecondStep ? throw new SecondStepRequired() : member;
    }
}

internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, ct);
            if (!result.IsValid) throw new Invalid(request, result.Errors);
        }
        return await next();
    }
}

internal static class AccessOf<TRequest>
{
    public static readonly AccessAttribute? Rule = typeof(TRequest).GetCustomAttributes<AccessAttribute>().SingleOrDefault();
}
