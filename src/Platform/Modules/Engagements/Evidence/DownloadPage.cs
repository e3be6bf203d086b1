using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>Answers with a file: always as a download, never as a page of ours, whatever it holds.</summary>
public abstract class DownloadPage(IMediator mediator) : SpacePage(mediator), IAnswersAFile
{
    private protected IActionResult Download(ReadDocument.Answer file, Func<int, CancellationToken, Task<byte[]>> chunk)
    {
        // Should a browser open it all the same: no script, no form, no address of this site.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        // Asked again each time, answered by "not modified": a file taken away is gone from everybody's browser.
        Response.Headers.CacheControl = "private, no-cache";
        return new FileStreamResult(new ChunkStream(file.Size, chunk), file.MediaType)
        {
            FileDownloadName = file.Name, LastModified = file.AddedAt, EntityTag = new EntityTagHeaderValue($"\"{file.Digest}\""), EnableRangeProcessing = true,
        };
    }
}
