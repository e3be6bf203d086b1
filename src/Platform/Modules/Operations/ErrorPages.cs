using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations;

/// <summary>Pages that must be shown when nothing else works: written here, without Razor, without the database.</summary>
internal static class ErrorPages
{
    /// <summary>In bytes. No form of the application needs more; the pages that receive files raise it for themselves.</summary>
    public const long OrdinaryForm = 2 * 1024 * 1024;

    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // A body that is cut, or too heavy, is the sender's doing: the page says it, the log of errors need not.
            SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,
            ExceptionHandler = Explain,
        });
        app.UseStatusCodePages(context => Write(context.HttpContext));
    }

    private static Task Explain(HttpContext http)
    {
        var error = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        http.Response.StatusCode = error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            InvalidDataException => StatusCodes.Status400BadRequest,
            _ when DatabaseErrors.IsUnavailable(error) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        return Write(http);
    }

    /// <summary>Reads a form before the antiforgery check does: that one takes a body that is too heavy for a missing token.
    /// After routing, which gives the pages that receive files their own limit, and after sign-in: that limit is not for strangers.</summary>
    public static void UseWholeForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.User.Identity?.IsAuthenticated != true && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false, MaxRequestBodySize: > OrdinaryForm } limit && !await IsAsked(http))
            limit.MaxRequestBodySize = OrdinaryForm;
        if (http.GetEndpoint() is not null && http.Request.HasFormContentType) await http.Request.ReadFormAsync(http.RequestAborted);
        await next(http);
    });

    /// <summary>Whoever holds a personal link was asked for the file. The link is tried only where its answer matters: tries are counted, and the page tries it again.</summary>
    private static async Task<bool> IsAsked(HttpContext http) => HttpMethods.IsPost(http.Request.Method) && http.Request.ContentLength is not <= OrdinaryForm
        && http.GetEndpoint()?.Metadata.GetMetadata<FilesByLinkAttribute>() is { } link
        && await http.RequestServices.GetRequiredService<IMediator>().Send(new LivePersonalLink.Query(link.Purpose, http.GetRouteValue("secret") as string), http.RequestAborted);

    private static async Task Write(HttpContext http)
    {
        var status = http.Response.StatusCode;
        if (HttpMethods.IsHead(http.Request.Method)) return;
        var (title, text) = Say(status);
        if (status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "20";
        http.Response.ContentType = "text/html; charset=utf-8";
        var tenant = http.RequestServices.GetService<CurrentTenant>()?.SpaceOrNull;
        var home = http.Request.PathBase + "/";
        var name = WebUtility.HtmlEncode(tenant?.ShortName ?? "Plateforme");
        var reference = status == 500 ? $"<p class=\"muted\">Référence à transmettre\u00a0: <code>{WebUtility.HtmlEncode(http.TraceIdentifier)}</code></p>" : "";
        var accent = tenant is null ? "" : $"<style nonce=\"{http.Nonce()}\">:root{{--accent:{tenant.Accent}}}</style>";
        await http.Response.WriteAsync($"""
            <!doctype html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} – {name}</title><link rel="icon" type="image/svg+xml" href="{AssetManifest.Url("mark.svg")}">
            <link rel="stylesheet" href="{AssetManifest.Url("app.css")}">{accent}</head>
            <body class="front"><header class="front-top"><a href="{WebUtility.HtmlEncode(home)}"><strong>{name}</strong></a></header>
            <main class="front-page"><p class="big-code">Erreur {status.ToString(CultureInfo.InvariantCulture)}</p><h1>{title}</h1><p class="lede">{text}</p>{reference}
            <p class="actions mt-4"><a class="btn btn-primary" href="{WebUtility.HtmlEncode(home)}">Retour à l’accueil</a></p>
            </main><footer class="foot"><a href="{WebUtility.HtmlEncode(home)}accessibilite">Accessibilité</a><a href="{WebUtility.HtmlEncode(home)}mentions-legales">Mentions légales</a><a href="{WebUtility.HtmlEncode(home)}donnees-personnelles">Données personnelles</a></footer></body></html>
            """, http.RequestAborted);
    }

    private static (string Title, string Text) Say(int status) => status switch
    {
        400 => ("Demande incomplète", "La page demandée ou le formulaire envoyé n’est pas complet. Revenez en arrière, rechargez la page et recommencez."),
        401 => ("Connexion nécessaire", "Connectez-vous pour voir cette page."),
        403 => ("Accès réservé", "Vos droits dans cet espace ne permettent pas cet acte. La personne qui administre l’espace peut vous les donner."),
        404 => ("Page introuvable", "Cette page n’existe pas, ou vous n’y avez pas accès. Vérifiez l’adresse, ou connectez-vous avec un autre compte."),
        405 => ("Acte impossible ici", "Cette adresse ne reçoit pas ce genre de demande."),
        413 => ("Envoi trop lourd", "Ce que vous envoyez dépasse la taille acceptée. Raccourcissez le texte ou allégez le fichier\u00a0: un fichier pèse 20\u00a0Mo au plus, un envoi 60\u00a0Mo."),
        415 => ("Format refusé", "Ce format n’est pas accepté ici."),
        429 => ("Trop de demandes", "Attendez une minute avant de recommencer."),
        503 => ("Service momentanément indisponible", "La base de données ne répond pas. Rien de ce qui était enregistré n’est perdu\u00a0; réessayez dans quelques instants."),
        _ => ("Une erreur s’est produite", "Elle a été consignée. Rien n’a été enregistré à moitié\u00a0; vous pouvez revenir en arrière et recommencer."),
    };
}
