// SPDX-License-Identifier: MIT

package minrisk

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

func numbers(text string) (out []float64) {
	for _, word := range strings.Split(text, ";") {
		if x, err := strconv.ParseFloat(word, 64); err == nil {
			out = append(out, x)
		}
	}
	return out
}

// answer says a result as the file has it: status, bad element, bits.
func answer(err error, values ...float64) string {
	var bad *BadElement
	var status Status
	if errors.As(err, &bad) {
		return fmt.Sprint(int(Data), bad.Index)
	}
	if errors.As(err, &status) {
		return fmt.Sprint(int(status))
	}
	text := "0"
	for _, x := range values {
		text += fmt.Sprintf(" %016x", math.Float64bits(x))
	}
	return text
}

// running is the HHI of the market as a running one, saved and loaded, from which a supplier left.
func running(x []float64) (float64, error) {
	market, rest := NewMarket(), NewMarket()
	market.Add(7)
	for _, quantity := range x {
		rest.Add(quantity)
	}
	market.Merge(rest)
	market.Remove(7)
	saved, _ := market.MarshalBinary()
	if err := rest.UnmarshalBinary(saved); err != nil {
		return 0, err
	}
	return rest.HHI()
}

func groups(x, p []float64) string {
	var offsets []int
	for _, offset := range p {
		offsets = append(offsets, int(offset))
	}
	hhi, each, err := HHIGroups(x, offsets)
	if err != nil {
		return answer(err)
	}
	var out []string
	for g := range hhi {
		out = append(out, answer(each[g], hhi[g]))
	}
	return strings.Join(out, ";")
}

func call(function string, x, p []float64) string {
	switch function {
	case "hhi":
		hhi, err := HHI(x)
		if again, _ := running(x); err == nil && again != hhi {
			return "a running market differs"
		}
		return answer(err, hhi)
	case "effective_suppliers":
		suppliers, err := EffectiveSuppliers(x)
		return answer(err, suppliers)
	case "top_share":
		share, err := TopShare(x, int(p[0]))
		return answer(err, share)
	case "hhi_bounds":
		low, high, err := HHIBounds(x, Residual{p[0], uint(p[1]), p[2]})
		return answer(err, low, high)
	case "hhi_groups":
		return groups(x, p)
	}
	return "not bound"
}

// expected says a line of the file in the words of answer.
func expected(status, bad, values string) string {
	value := strings.Split(values, ";")
	if !strings.Contains(status, ";") {
		return strings.TrimSpace(status + " " + bad + answer(nil, numbers(values)...)[1:])
	}
	each := strings.Split(status, ";")
	for g := range each {
		switch each[g] {
		case "0":
			each[g] = answer(nil, numbers(value[g])...)
		case "-5":
			each[g] += " " + bad
		}
	}
	return strings.Join(each, ";")
}

func TestCases(t *testing.T) {
	text, err := os.ReadFile("../cases.csv")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		column := strings.Split(line, ",")
		said := call(column[1], numbers(column[2]), numbers(column[3]))
		if said == "not bound" {
			continue
		}
		should := strings.Join(strings.Fields(expected(column[4], column[5], column[6])), " ")
		if said != should {
			t.Errorf("%s\nsays %s\nnot  %s", line, said, should)
		}
		cases++
	}
	fmt.Printf("%d cases alike\n", cases)
}

func TestErrors(t *testing.T) {
	_, err := HHI([]float64{3, -0.5})
	if !errors.Is(err, Data) || !strings.HasPrefix(err.Error(), "element 1 (-0.5): an element") {
		t.Error(err)
	}
	if _, err := HHI(nil); !errors.Is(err, Size) {
		t.Error("nil:", err)
	}
	if _, err := TopShare([]float64{1}, -1); !errors.Is(err, Size) {
		t.Error("k of -1:", err)
	}
	if _, _, err := HHIGroups([]float64{1}, []int{0, -1}); !errors.Is(err, Size) {
		t.Error("an offset of -1:", err)
	}
	if err := NewMarket().Remove(1); !errors.Is(err, Data) {
		t.Error("nobody to remove:", err)
	}
	if err := NewMarket().UnmarshalBinary(make([]byte, 848)); err == nil {
		t.Error("no state is taken for one")
	}
}
