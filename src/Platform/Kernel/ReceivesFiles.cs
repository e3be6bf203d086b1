using Microsoft.AspNetCore.Http.Metadata;

namespace Platform.Kernel;

/// <summary>A page whose forms carry files: what they send may weigh more than other forms. Larger than the largest file by far, so that
/// one that is a little too heavy is refused by a sentence beside its field.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReceivesFilesAttribute : Attribute, IRequestSizeLimitMetadata
{
    public const long Most = 64 * 1024 * 1024;

    public long? MaxRequestBodySize => Most;
}
