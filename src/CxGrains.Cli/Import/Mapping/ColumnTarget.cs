namespace CxGrains.Cli.Import.Mapping;

/// <summary>A column of a file and the field it fills.</summary>
/// <param name="Index">The column's place, from 0.</param>
/// <param name="Column">Its name, for messages.</param>
/// <param name="Target">The field.</param>
internal readonly record struct ColumnTarget(int Index, string Column, FieldTarget Target);
