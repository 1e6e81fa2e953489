using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Embedded.Tests;

/// <summary>Checks that something holds for all generated cases, and throws with the smallest case for which it does not.</summary>
internal static class Law
{
    public static void Holds<T>(Gen<T> cases, Func<T, bool> law, int runs = 200) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs), Prop.ForAll(cases.ToArbitrary(), law));
}
