using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Platform.Data;

namespace Platform.Modules.Access;

internal static class AccessSetup
{
    public const int PasswordLength = 12;
    /// <summary>Since it was last seen, and since it was opened.</summary>
    public static readonly TimeSpan SessionLasts = TimeSpan.FromDays(14), SessionEnds = TimeSpan.FromDays(90);

    public static IServiceCollection AddAccess(this IServiceCollection services, IWebHostEnvironment environment)
    {
        services.AddSingleton<Demonstration>().AddScoped<PasswordCheck>().AddScoped<CurrentUser>().AddScoped<Memberships>().AddScoped<Invitations>().AddScoped<PersonalLinks>().AddScoped<SpacesOf>()
            .AddSingleton<SessionCheck>().AddScoped<Sessions>().AddSingleton<SecondStep>().AddSingleton<Throttle>().AddScoped<PasskeyForms>().AddScoped<AccountLinks>().AddScoped<AccountNotices>().AddScoped<AccountErasure>().AddScoped<DataArchive>();
        services.AddIdentityCore<Account>(o =>
        {
            // ASVS 5, 6.2: length is what counts; no rule on kinds of characters.
            o.Password.RequiredLength = PasswordLength;
            (o.Password.RequireDigit, o.Password.RequireLowercase, o.Password.RequireUppercase, o.Password.RequireNonAlphanumeric) = (false, false, false, false);
            o.User.RequireUniqueEmail = true;
            o.User.AllowedUserNameCharacters = "";
            o.Lockout.MaxFailedAccessAttempts = 8;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            o.Stores.SchemaVersion = IdentitySchemaVersions.Version2;
        }).AddPasswordValidator<EasyPasswords>().AddSignInManager().AddUserStore<AccountStore>().AddDefaultTokenProviders().AddClaimsPrincipalFactory<AccountPrincipal>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(o => (o.ResidentKeyRequirement, o.UserVerificationRequirement) = ("required", "required"));

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, o =>
        {
            var secure = !environment.IsDevelopment();
            // The __Host- prefix ties the cookie to one host and to https; plain http on localhost cannot have it.
            o.Cookie.Name = secure ? "__Host-platform" : "platform";
            o.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.HttpOnly = true;
            o.Cookie.Path = "/";
            o.ExpireTimeSpan = SessionLasts;
            o.Events.OnValidatePrincipal = async context =>
            {
                // A cookie made for one space's host opens nothing on another's, and none opens anything once its session has ended.
                var who = context.Principal;
                if (who?.FindFirstValue(AccountPrincipal.Host) != context.Request.Host.Host
                    || !Guid.TryParse(who?.FindFirstValue(AccountSession.Claim), out var session) || !Guid.TryParse(who?.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
                    || !await context.HttpContext.RequestServices.GetRequiredService<SessionCheck>().IsOpen(session, account, context.HttpContext.RequestAborted))
                    context.RejectPrincipal();
            };
            o.Events.OnRedirectToLogin = context => { context.Response.StatusCode = 401; return Task.CompletedTask; };
            o.Events.OnRedirectToAccessDenied = context => { context.Response.StatusCode = 403; return Task.CompletedTask; };
        }).AddCookie(IdentityConstants.ExternalScheme).AddCookie(IdentityConstants.TwoFactorUserIdScheme);
        return services;
    }

    /// <summary>Gives the scope its person, from the cookie.</summary>
    public static IApplicationBuilder UseCurrentUser(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.User.Identity?.IsAuthenticated == true && Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            http.RequestServices.GetRequiredService<CurrentUser>().SignedInAs(id, http.User.FindFirstValue(AccountPrincipal.FullName) ?? "", http.User.HasClaim(c => c.Type == AccountSession.KeyClaim));
        return next(http);
    });
}

/// <summary>What the cookie says of an account: identifier, name, and the host it was made for.</summary>
internal sealed class AccountPrincipal(UserManager<Account> users, IOptions<IdentityOptions> options, IHttpContextAccessor http)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    public const string Host = "host", FullName = "name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(FullName, user.Name));
        identity.AddClaim(new Claim(Host, http.HttpContext?.Request.Host.Host ?? ""));
        return identity;
    }
}
