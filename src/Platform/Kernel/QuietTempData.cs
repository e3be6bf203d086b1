using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace Platform.Kernel;

/// <summary>The framework takes the message's cookie away even where there is none: an answer without a message, to whoever brought no cookie, sets none.</summary>
internal sealed class QuietTempData(CookieTempDataProvider cookie, IOptions<CookieTempDataProviderOptions> options) : ITempDataProvider
{
    public IDictionary<string, object> LoadTempData(HttpContext context) => cookie.LoadTempData(context);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (values.Values.Any(v => v is not null) || context.Request.Cookies.Keys.Any(k => k.StartsWith(options.Value.Cookie.Name!, StringComparison.Ordinal)))
            cookie.SaveTempData(context, values);
    }
}
