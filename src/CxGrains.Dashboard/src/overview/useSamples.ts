import { useEffect, useRef, useState } from "react";

const samplesMax = 60;

/** The last minute of a number that changes, one sample a second. */
export function useSamples(value: number): readonly (number | undefined)[] {
  const [samples, setSamples] = useState<readonly (number | undefined)[]>(() => [
    ...Array.from({ length: samplesMax - 1 }, () => undefined),
    value,
  ]);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  useEffect(() => {
    const timer = setInterval(() => {
      setSamples((before) => [...before.slice(1), latest.current]);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return samples;
}
