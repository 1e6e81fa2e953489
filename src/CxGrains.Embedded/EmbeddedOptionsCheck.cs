using Microsoft.Extensions.Options;

namespace CxGrains.Embedded;

/// <summary>The bounds of <see cref="EmbeddedOptions"/> that depend on each other.</summary>
internal sealed class EmbeddedOptionsCheck : IValidateOptions<EmbeddedOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, EmbeddedOptions options) => options.UnsavedLogBytesMax < options.WaitingBytesMax
        ? ValidateOptionsResult.Fail(
            $"Embedded:UnsavedLogBytesMax is {options.UnsavedLogBytesMax} and must be at least Embedded:WaitingBytesMax, which is {options.WaitingBytesMax}.")
        : ValidateOptionsResult.Success;
}
