using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.WebEncoders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements;
using Platform.Modules.Forum;
using Platform.Modules.Front;
using Platform.Modules.Governance;
using Platform.Modules.Imports;
using Platform.Modules.Operations;
using Platform.Modules.Operations.Runs;
using Platform.Modules.PublicSite;
using Platform.Modules.Reminders;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Lists.Views;
using Platform.Modules.Tenancy;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
FrenchValidation.Use();

try
{
    return await Start(args);
}
catch (SettingError error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}

static async Task<int> Start(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    var services = builder.Services;
    // A command of the command line is no node.
    var role = CommandLine.Names(args) ? NodeRole.None : NodeRoles.Read(builder.Configuration);
    services.AddSingleton(TimeProvider.System);
    services.AddHttpContextAccessor();
    services.AddData(builder.Configuration);
    services.AddSingleton<Tallies>().AddSingleton<KeptAnswers.Store>().AddScoped<KeptAnswers>().AddScoped<LastActs>().AddSingleton<KeptHtml>();
    services.AddTenancy();
    services.AddAccess(builder.Environment);
    services.AddReminders(role);
    services.AddClockwork(builder.Configuration, role);
    services.AddImports();
    services.AddEngagements();
    services.AddGovernance();
    services.AddForum();
    services.AddMediator(Assembly.GetExecutingAssembly(),
        typeof(LogBehaviour<,>), typeof(ForgetSpaceBehaviour<,>), typeof(TenantBehaviour<,>), typeof(TransactionBehaviour<,>), typeof(PermissionBehaviour<,>), typeof(ValidationBehaviour<,>));
    services.AddRazorPages(o =>
    {
        o.RootDirectory = "/Modules";
        o.Conventions.Add(new PageMetadata());
        o.Conventions.Add(new OwnNames());
    }).AddMvcOptions(o =>
    {
        o.Filters.Add<FailuresPageFilter>();
        o.ModelBinderProviders.Insert(0, new PlatformBinders());
        // Past this many repeats of a name the binder throws: more than an address or a form can hold, so that none does.
        o.MaxModelBindingCollectionSize = 10_000;
        o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        FrenchBindingMessages.Use(o.ModelBindingMessageProvider);
    });
    services.AddAntiforgery(o =>
    {
        // Browsers drop a cookie with this prefix unless it is secure and for the whole host, not for one space's path.
        o.Cookie.Name = builder.Environment.IsDevelopment() ? "platform-form" : "__Host-platform-form";
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.Cookie.Path = "/";
    });
    // One path for all: a message written outside the spaces and read inside one would otherwise never be taken away.
    services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Path = "/");
    services.AddSingleton<CookieTempDataProvider>().AddSingleton<ITempDataProvider, QuietTempData>();
    // Accents as they are: encoded one by one they would double the weight of a French page.
    services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    services.AddResponseCompression(o => o.EnableForHttps = true);
    services.AddPublishedPages();
    services.Configure<RouteOptions>(o => (o.LowercaseUrls, o.AppendTrailingSlash) = (true, false));
    services.Configure<KestrelServerOptions>(o => o.Limits.MaxRequestBodySize = ErrorPages.OrdinaryForm);
    services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));

    var app = builder.Build();
    if (CommandLine.Names(args)) return await CommandLine.Run(app.Services, app.Configuration, args);
    ConnectionStrings.Read(app.Configuration, "Platform");

    app.UseSecurityHeaders();
    if (!app.Environment.IsDevelopment()) app.UseHsts();
    app.UseResponseCompression();
    app.UseErrorPages();
    app.UseAssets();
    app.UseMiddleware<TenantMiddleware>();
    app.UseRouting();
    app.UseAuthentication();
    app.UseWholeForms();
    app.UseCurrentUser();
    app.UsePublishedPages();
    app.UseAntiforgery();
    app.MapHealth();
    if (role.HasFlag(NodeRole.Web))
    {
        app.MapWellKnown();
        app.MapPublicFiles();
        app.MapRazorPages();
    }
    await app.RunAsync();
    return 0;
}

/// <summary>The entry point, named for the tests' host.</summary>
public sealed partial class Program;
