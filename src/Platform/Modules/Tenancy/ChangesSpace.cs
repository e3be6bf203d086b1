using Platform.Kernel;

namespace Platform.Modules.Tenancy;

/// <summary>Marks a command after which the space is no longer what the directory remembers.</summary>
public interface IChangesSpace;

/// <summary>Outside the transaction: forgotten before the commit, the old state could be read and kept again.</summary>
internal sealed class ForgetSpaceBehaviour<TRequest, TResponse>(SpaceDirectory spaces) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IChangesSpace
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        var response = await next();
        spaces.Forget();
        return response;
    }
}
