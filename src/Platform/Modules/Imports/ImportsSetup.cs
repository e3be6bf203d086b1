using System.Reflection;
using Microsoft.AspNetCore.Http.Features;
using Platform.Modules.Imports.Batches;
using Platform.Modules.Imports.Contract;

namespace Platform.Modules.Imports;

internal static class ImportsSetup
{
    /// <summary>In characters: twenty thousand lines that are pasted. The framework reads four million of a field, and refuses the rest without a word.</summary>
    private const int LongestField = 10 * 1024 * 1024;

    /// <summary>Every kind that a module declares, found by its interface: this module knows none of them.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        foreach (var kind in Assembly.GetExecutingAssembly().GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IImportKind))))
            services.AddScoped(typeof(IImportKind), kind);
        services.AddScoped<ImportCatalogue>().AddScoped<ImportProgress>();
        services.AddSingleton<ImportQueue>();
        services.Configure<FormOptions>(o => o.ValueLengthLimit = LongestField);
        return services.AddHostedService<ImportRunner>();
    }
}
