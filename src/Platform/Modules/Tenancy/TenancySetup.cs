using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Shared;

namespace Platform.Modules.Tenancy;

internal static class TenancySetup
{
    public static IServiceCollection AddTenancy(this IServiceCollection services) => services
        .AddScoped<CurrentTenant>()
        .AddSingleton<SpaceDirectory>()
        .AddSingleton<TenantScopes>()
        .AddSingleton<MatcherPolicy, SpaceMatcherPolicy>();
}

/// <summary>Copies [OutsideSpaces], [Anywhere], [Module], [ReceivesFiles], [FilesByLink] and [Published] of a page model onto its endpoints, where routing reads them.</summary>
internal sealed class PageMetadata : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        foreach (var attribute in model.ModelType!.GetCustomAttributes().Where(a => a is OutsideSpacesAttribute or AnywhereAttribute or ModuleAttribute or ReceivesFilesAttribute or FilesByLinkAttribute or PublishedAttribute))
            model.EndpointMetadata.Add(attribute);
    }
}
