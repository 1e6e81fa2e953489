using CxGrains.Domain;

namespace CxGrains.Web.Connectors;

/// <summary>What another tool sent cannot be made an interaction of. It goes to quarantine with the reason.</summary>
/// <param name="reason">What is wrong, in words, with the value at fault.</param>
internal sealed class UnreadableException(string reason) : CxException(reason);
