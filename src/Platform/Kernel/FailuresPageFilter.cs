using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Kernel;

/// <summary>The only translator of failures for pages: 404, 403, sign-in, or the page again with what was typed and why it was refused.</summary>
internal sealed class FailuresPageFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var page = context.HandlerInstance as SpacePage;
        var isForm = !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method);
        // A value that could not be read ("31 février"): the form comes back before anything runs.
        if (isForm && page is not null && !context.ModelState.IsValid)
        {
            context.Result = await Try(context, () => Again(page, StatusCodes.Status422UnprocessableEntity));
            return;
        }
        var executed = await next();
        if (executed.Exception is not Failure failure || executed.ExceptionHandled) return;
        executed.ExceptionHandled = true;
        executed.Result = await Try(context, () => Answer(failure, page, isForm, context));
    }

    // Reading the page again may itself fail: a stranger's refused form is still a 404.
    private static async Task<IActionResult> Try(PageHandlerExecutingContext context, Func<Task<IActionResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Failure failure)
        {
            return Simple(failure, context.HttpContext) ?? new StatusCodeResult(StatusCodes.Status409Conflict);
        }
    }

    private static async Task<IActionResult> Answer(Failure failure, SpacePage? page, bool isForm, PageHandlerExecutingContext context)
    {
        if (Simple(failure, context.HttpContext) is { } simple) return simple;
        // A refused address (a date in the query that is no date) has no form to come back to.
        if (page is null || !isForm) return new StatusCodeResult(StatusCodes.Status400BadRequest);
        switch (failure)
        {
            case Invalid invalid:
                var prefix = BoundName(page, invalid.Request);
                foreach (var error in invalid.Errors)
                    page.ModelState.AddModelError(prefix is null ? error.PropertyName : $"{prefix}.{error.PropertyName}", error.ErrorMessage);
                return await Again(page, StatusCodes.Status422UnprocessableEntity);
            case RuleViolation rule:
                page.Refusal = rule.Sentence;
                return await Again(page, StatusCodes.Status422UnprocessableEntity);
            case Conflict conflict:
                page.Refusal = "Quelqu’un d’autre a modifié cette fiche entre-temps. Comparez les deux versions, puis enregistrez la vôtre ou abandonnez-la.";
                var result = await Again(page, StatusCodes.Status409Conflict);
                page.Differences = Compare(conflict.Stored, conflict.Typed, page.NameOf);
                if (conflict.Typed is not null && BoundName(page, conflict.Typed) is { } bound)
                    page.ModelState.SetModelValue($"{bound}.Version", Version(conflict.Stored), Version(conflict.Stored));
                return result;
            default:
                throw failure;
        }
    }

    private static IActionResult? Simple(Failure failure, HttpContext http) => failure switch
    {
        NotFound => new StatusCodeResult(StatusCodes.Status404NotFound),
        Forbidden => new StatusCodeResult(StatusCodes.Status403Forbidden),
        SignInRequired when http.Request.Headers.ContainsKey("HX-Request") => Elsewhere(http, SignInAddress(http)),
        SecondStepRequired when http.Request.Headers.ContainsKey("HX-Request") => Elsewhere(http, SecondStepAddress(http)),
        SecondStepRequired => new LocalRedirectResult(SecondStepAddress(http)),
        SignInRequired => new LocalRedirectResult(SignInAddress(http)),
        _ => null,
    };

    private static string SecondStepAddress(HttpContext http) => http.Request.PathBase + "/mon-compte/double-authentification";

    private static StatusCodeResult Elsewhere(HttpContext http, string address)
    {
        http.Response.Headers["HX-Redirect"] = address;
        return new StatusCodeResult(StatusCodes.Status401Unauthorized);
    }

    internal static string SignInAddress(HttpContext http)
    {
        var request = http.Request;
        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : PathString.Empty + "/";
        return request.PathBase + "/connexion" + new QueryBuilder { { "retour", back } };
    }

    private static async Task<IActionResult> Again(SpacePage page, int status)
    {
        await page.Load();
        page.Response.StatusCode = status;
        return page.Page();
    }

    private static string? BoundName(PageModel page, object request) => page.GetType().GetProperties()
        .FirstOrDefault(p => p.IsDefined(typeof(BindPropertyAttribute)) && ReferenceEquals(p.GetValue(page), request))?.Name;

    private static string? Version(object? command) => command?.GetType().GetProperty("Version")?.GetValue(command)?.ToString();

    internal static IReadOnlyList<Difference> Compare(object? stored, object? typed, Func<Guid, string?>? nameOf = null)
    {
        if (stored is null || typed is null || stored.GetType() != typed.GetType()) return [];
        return [.. stored.GetType().GetProperties()
            .Where(p => p.Name is not ("Version" or "Id"))
            .Select(p => new Difference(p.GetCustomAttribute<DisplayAttribute>()?.Name ?? p.Name, Shown(p.GetValue(stored), nameOf), Shown(p.GetValue(typed), nameOf)))
            .Where(d => d.Stored != d.Typed)];
    }

    private static string Shown(object? value, Func<Guid, string?>? nameOf) => value switch
    {
        null => "",
        DateOnly date => date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture),
        bool yes => yes ? "oui" : "non",
        Guid id => nameOf?.Invoke(id) ?? "",
        Enum choice => EnumNames.Of(choice),
        string text => text.ReplaceLineEndings("\n"),
        System.Collections.IEnumerable many => string.Join(", ", many.Cast<object>().Select(one => Shown(one, nameOf))),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "",
    };
}
