// SPDX-License-Identifier: MIT

// Package minrisk scores the risk of depending on a concentrated supply, with libminrisk. Slices are
// read where they are. Formulas, units and accuracy are those of the C functions of the same names
// in minrisk.h.
//
// The library's archive is linked in: CGO_CFLAGS=-I.../include CGO_LDFLAGS=-L... go build
package minrisk

// #cgo LDFLAGS: -lminrisk
// #include "minrisk.h"
import "C"

import (
	"fmt"
	"unsafe"
)

// Status is why there is no value: an error, for errors.Is.
type Status int32

const (
	Size     Status = C.MINRISK_E_SIZE      // a count is unusable
	Param    Status = C.MINRISK_E_PARAM     // a parameter is outside its domain
	Data     Status = C.MINRISK_E_DATA      // a quantity is NaN, infinite or negative
	NoSupply Status = C.MINRISK_E_NO_SUPPLY // the total is zero
)

func (s Status) Error() string { return C.GoString(C.minrisk_status_text(C.minrisk_status(s))) }

// BadElement is the error of Data where an element is to blame, for errors.As.
type BadElement struct {
	Index int
	Value float64
}

func (b *BadElement) Error() string {
	return fmt.Sprintf("element %d (%v): %s", b.Index, b.Value, b.Unwrap())
}

// Unwrap says that a BadElement is a kind of Data.
func (b *BadElement) Unwrap() error { return Data }

var nothing C.double // an address for what is empty: a nil slice has none

func address(x []float64) *C.double {
	if len(x) == 0 {
		return &nothing
	}
	return (*C.double)(unsafe.Pointer(&x[0]))
}

func check(status C.minrisk_status, x []float64) error {
	if status == C.MINRISK_OK {
		return nil
	}
	if Status(status) == Data {
		if i := int(C.minrisk_first_invalid(address(x), C.size_t(len(x)))); i < len(x) {
			return &BadElement{i, x[i]}
		}
	}
	return Status(status)
}

// Points gives HHI as competition authorities print it, 0 to 10,000.
func Points(hhi float64) float64 { return float64(C.minrisk_to_points(C.double(hhi))) }

// HHI is the Herfindahl-Hirschman index, a fraction: the exact value, rounded once.
func HHI(quantities []float64) (float64, error) {
	var out C.double
	status := C.minrisk_hhi(address(quantities), C.size_t(len(quantities)), &out)
	return float64(out), check(status, quantities)
}

// EffectiveSuppliers is how many equal suppliers would give the same HHI.
func EffectiveSuppliers(quantities []float64) (float64, error) {
	var out C.double
	status := C.minrisk_effective_suppliers(address(quantities), C.size_t(len(quantities)), &out)
	return float64(out), check(status, quantities)
}

// TopShare is the share of the k largest suppliers together.
func TopShare(quantities []float64, k int) (float64, error) {
	var out C.double
	if k < 0 {
		return 0, Size
	}
	status := C.minrisk_top_share(address(quantities), C.size_t(len(quantities)), C.size_t(k), &out)
	return float64(out), check(status, quantities)
}

// Residual is what is not named, such as "other countries": shared by at most so many suppliers, none
// of them above the cap. Zeros are limits that are not known.
type Residual struct {
	Quantity  float64
	Suppliers uint
	Cap       float64
}

// HHIBounds gives the ends between which the HHI of a market with a residual lies.
func HHIBounds(named []float64, rest Residual) (low, high float64, err error) {
	var out C.minrisk_interval
	status := C.minrisk_hhi_bounds(address(named), C.size_t(len(named)), C.double(rest.Quantity),
		C.size_t(rest.Suppliers), C.double(rest.Cap), &out)
	return float64(out.low), float64(out.high), check(status, named)
}

// HHIGroups gives the HHI of many markets that stand one behind the other: market g has the
// quantities from offsets[g] up to offsets[g+1]. Each has an error of its own, or nil.
func HHIGroups(quantities []float64, offsets []int) (hhi []float64, each []error, err error) {
	if len(offsets) < 2 {
		return nil, nil, Size
	}
	groups := len(offsets) - 1
	where := make([]C.size_t, len(offsets))
	for i, offset := range offsets {
		where[i] = C.size_t(offset) // a negative one is beyond the end
	}
	hhi, each = make([]float64, groups), make([]error, groups)
	status := make([]C.minrisk_status, groups)
	err = check(C.minrisk_hhi_groups(address(quantities), C.size_t(len(quantities)), &where[0],
		C.size_t(groups), address(hhi), &status[0]), nil)
	if err != nil {
		return nil, nil, err
	}
	for g := range each {
		each[g] = check(status[g], quantities[offsets[g]:offsets[g+1]])
		if bad, ok := each[g].(*BadElement); ok {
			bad.Index += offsets[g]
		}
	}
	return hhi, each, nil
}

// Market is a market that changes. It never drifts: after any history its HHI has the bits of HHI of
// the suppliers that are there. The zero value is no market: use NewMarket.
type Market struct{ state C.minrisk_stream }

// NewMarket makes an empty market.
func NewMarket() *Market {
	m := new(Market)
	if C.minrisk_stream_init(&m.state, C.size_t(unsafe.Sizeof(m.state))) != C.MINRISK_OK {
		panic("minrisk: header and library differ")
	}
	return m
}

// Add has a supplier come.
func (m *Market) Add(quantity float64) error {
	return check(C.minrisk_stream_add(&m.state, C.double(quantity)), []float64{quantity})
}

// Remove has a supplier go.
func (m *Market) Remove(quantity float64) error {
	return check(C.minrisk_stream_remove(&m.state, C.double(quantity)), []float64{quantity})
}

// Merge has the suppliers of another market come too.
func (m *Market) Merge(other *Market) error {
	return check(C.minrisk_stream_merge(&m.state, &other.state), nil)
}

// HHI is that of the suppliers that are there.
func (m *Market) HHI() (float64, error) {
	var out C.double
	status := C.minrisk_stream_hhi(&m.state, &out)
	return float64(out), check(status, nil)
}

// MarshalBinary gives the state in a form that is the same on every machine.
func (m *Market) MarshalBinary() ([]byte, error) {
	saved := make([]byte, C.MINRISK_STREAM_SAVED)
	status := C.minrisk_stream_save(&m.state, (*C.uint8_t)(&saved[0]), C.size_t(len(saved)))
	return saved, check(status, nil)
}

// UnmarshalBinary takes a saved state, which is verified.
func (m *Market) UnmarshalBinary(saved []byte) error {
	if len(saved) == 0 {
		return Size
	}
	return check(C.minrisk_stream_load(&m.state, C.size_t(unsafe.Sizeof(m.state)),
		(*C.uint8_t)(&saved[0]), C.size_t(len(saved))), nil)
}
