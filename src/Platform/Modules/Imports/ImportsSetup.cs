using System.Reflection;
using Platform.Modules.Imports.Batches;
using Platform.Modules.Imports.Contract;

namespace Platform.Modules.Imports;

internal static class ImportsSetup
{
    /// <summary>Every kind that a module declares, found by its interface: this module knows none of them.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        foreach (var kind in Assembly.GetExecutingAssembly().GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IImportKind))))
            services.AddScoped(typeof(IImportKind), kind);
        services.AddScoped<ImportCatalogue>().AddScoped<ImportProgress>();
        services.AddSingleton<ImportQueue>();
        return services.AddHostedService<ImportRunner>();
    }
}
