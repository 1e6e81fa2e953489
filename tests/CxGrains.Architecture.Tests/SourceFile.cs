namespace CxGrains.Architecture.Tests;

/// <summary>A C# file: its path from the root of the checkout, with forward slashes, and its text.</summary>
internal sealed record SourceFile(string Path, string Text);
