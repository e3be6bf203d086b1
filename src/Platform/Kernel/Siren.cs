namespace Platform.Kernel;

/// <summary>The nine digits by which the State knows an organisation; the last one is a check (Luhn, ISO/IEC 7812-1).</summary>
public static class Siren
{
    public const int Length = 9;

    /// <summary>Digits only: "200 072 726" is copied with its spaces.</summary>
    public static string? Digits(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '.'));

    public static bool IsValid(string? text)
    {
        var digits = Digits(text);
        if (digits is not { Length: Length } || !digits.All(char.IsAsciiDigit) || digits.All(c => c == '0')) return false;
        var sum = 0;
        for (var i = 0; i < Length; i++)
        {
            // Every second digit from the right is doubled; of nine digits, also every second one from the left.
            var value = digits[i] - '0';
            if (i % 2 == 1 && (value *= 2) > 9) value -= 9;
            sum += value;
        }
        return sum % 10 == 0;
    }
}
