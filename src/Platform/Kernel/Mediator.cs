using System.Collections.Concurrent;
using System.Reflection;
using FluentValidation;

namespace Platform.Kernel;

// The shapes and names of MediatR, so that it could replace this file (decision 0002).

public readonly record struct Unit
{
    public static Unit Value => default;
}

public interface IRequest<out TResponse>;

/// <summary>A request that changes something. It is saved and committed when its handler returns.</summary>
public interface ICommand<out TResponse> : IRequest<TResponse>;

public interface ICommand : ICommand<Unit>;

public interface IRequestHandler<in TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    Task<TResponse> Handle(TRequest request, CancellationToken ct);
}

public delegate Task<TResponse> RequestHandlerDelegate<TResponse>();

public interface IPipelineBehavior<in TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct);
}

public interface INotification;

/// <summary>Runs inside the publisher's transaction: it may write rows, never reach outside.</summary>
public interface INotificationHandler<in TNotification> where TNotification : INotification
{
    Task Handle(TNotification notification, CancellationToken ct);
}

public interface IMediator
{
    Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken ct = default);
    Task Publish<TNotification>(TNotification notification, CancellationToken ct = default) where TNotification : INotification;
}

internal sealed class Mediator(IServiceProvider services) : IMediator
{
    private static readonly ConcurrentDictionary<Type, object> Pipelines = new();

    public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken ct = default)
    {
        var pipeline = Pipelines.GetOrAdd(request.GetType(), static (type, response) =>
            Activator.CreateInstance(typeof(Pipeline<,>).MakeGenericType(type, response))!, typeof(TResponse));
        return ((IPipeline<TResponse>)pipeline).Run(request, services, ct);
    }

    public async Task Publish<TNotification>(TNotification notification, CancellationToken ct = default) where TNotification : INotification
    {
        foreach (var handler in services.GetServices<INotificationHandler<TNotification>>())
            await handler.Handle(notification, ct);
    }

    private interface IPipeline<TResponse>
    {
        Task<TResponse> Run(IRequest<TResponse> request, IServiceProvider services, CancellationToken ct);
    }

    private sealed class Pipeline<TRequest, TResponse> : IPipeline<TResponse> where TRequest : IRequest<TResponse>
    {
        public Task<TResponse> Run(IRequest<TResponse> request, IServiceProvider services, CancellationToken ct)
        {
            var handler = services.GetRequiredService<IRequestHandler<TRequest, TResponse>>();
            RequestHandlerDelegate<TResponse> next = () => handler.Handle((TRequest)request, ct);
            foreach (var behaviour in services.GetServices<IPipelineBehavior<TRequest, TResponse>>().Reverse())
            {
                var inner = next;
                next = () => behaviour.Handle((TRequest)request, inner, ct);
            }
            return next();
        }
    }
}

internal static class MediatorRegistration
{
    /// <summary>Registers every handler and validator of the assembly. Behaviours run in the order in which they are given.</summary>
    public static IServiceCollection AddMediator(this IServiceCollection services, Assembly assembly, params Type[] behaviours)
    {
        services.AddScoped<IMediator, Mediator>();
        foreach (var behaviour in behaviours) services.AddScoped(typeof(IPipelineBehavior<,>), behaviour);
        foreach (var type in assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType &&
                (i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || i.GetGenericTypeDefinition() == typeof(INotificationHandler<>) || i.GetGenericTypeDefinition() == typeof(IValidator<>))))
                services.AddScoped(contract, type);
        return services;
    }
}
