// The sounds of the pages: a bright tone for a solo, a soft one for the chords, a hi-hat. Both pages keep what plays in `sound`: its context, levels {voice: gain} and noise.
// from, until: seconds of the sound card.

function tone(pitch, from, until, voice, level = sound.levels[voice]) {
  const { context } = sound;
  const [shape, peak, sustain, attack, release, cutoff] = voice === "solo" ? ["sawtooth", 0.22, 0.7, 0.015, 0.05, 5] : ["triangle", 0.12, 0.3, 0.01, 0.12, 3];
  const frequency = 440 * 2 ** ((pitch - 69) / 12);
  const source = new OscillatorNode(context, { type: shape, frequency });
  const filter = new BiquadFilterNode(context, { type: "lowpass", frequency: Math.min(frequency * cutoff, 9000), Q: 0.7 });
  const envelope = new GainNode(context, { gain: 0 });
  envelope.gain.setValueAtTime(0, from);
  envelope.gain.linearRampToValueAtTime(peak, from + attack);
  envelope.gain.setTargetAtTime(peak * sustain, from + attack, 0.15);
  envelope.gain.setTargetAtTime(0, Math.max(until - release, from + attack), release / 3);
  source.connect(filter).connect(envelope).connect(level);
  source.start(from);
  source.stop(until + 2 * release);
}

function hiss(context) {                      // a fixed pseudo-random noise: the page sounds the same every time
  const buffer = context.createBuffer(1, Math.round(context.sampleRate * 0.06), context.sampleRate);
  const samples = buffer.getChannelData(0);
  let seed = 1;
  for (let index = 0; index < samples.length; index += 1) {
    seed = (seed * 16807) % 2147483647;
    samples[index] = (seed / 1073741824 - 1) * (1 - index / samples.length) ** 3;
  }
  return buffer;
}

function tick(from) {
  const source = new AudioBufferSourceNode(sound.context, { buffer: sound.noise });
  const filter = new BiquadFilterNode(sound.context, { type: "highpass", frequency: 7000 });
  source.connect(filter).connect(sound.levels.hihat);
  source.start(from);
}
